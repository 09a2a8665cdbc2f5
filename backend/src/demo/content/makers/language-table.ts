import type { Script } from '../../script/script.js';
import { languageTalk } from './table-talk.js';

export const languageTable: Script = {
  regulars: ['shirin', 'layla', 'amelie', 'katya', 'yousef', 'lev', 'kenji', 'ingrid', 'zeynep', 'aoife', 'diego'],
  story: [
    [
      2,
      [
        'shirin: The idea of this table: write in the language that you learn, the others help. Mistakes are the point. One language for each message, so that nobody has to guess.',
        'aoife: Bonjour ! Je suis infirmière et je aime le fromage.',
        "amelie: Bravo ! « J'aime le fromage », avec une apostrophe. Tout le monde aime le fromage.",
        "aoife: J'aime le fromage. J'aime l'apostrophe.",
        'amelie: 😄 parfait',
      ],
    ],
    [
      9,
      [
        'ingrid: سلام! من اینگرید هستم. من نان می‌پزم.',
        'shirin: آفرین! خیلی خوب نوشتی. چه نانی می‌پزی؟',
        'ingrid: نان سیاه. با… “seeds”?',
        'shirin: با تخمه، یا دانه. «نان سیاه با دانه»',
        'ingrid: نان سیاه با دانه. مرسی!',
        'shirin: And “merci” is real Persian, you have just learned two languages at once',
      ],
    ],
    [
      18,
      [
        'kenji: Добрый день. Меня зовут Кэндзи. Я люблю дерево.',
        'lev: Прекрасно, Кэндзи! Можно ещё сказать: «Я люблю работать с деревом».',
        'kenji: Я люблю работать с деревом. 難しいです。',
        'katya: Это правда трудно, а вы пишете без ошибок!',
        'kenji: Because I wrote it eleven times on paper',
      ],
    ],
    [
      25,
      [
        'dariush: این هفته یک ضرب‌المثل از هر زبان؟ از فارسی: «از این ستون به آن ستون فرج است.»',
        "shirin: From one pillar to the next there is hope. It's what you say to win time.",
        'layla: بالعربية: «الصبر مفتاح الفرج»',
        "layla: Patience is the key to relief. It's nearly the same word, faraj!",
        'lev: По-русски: «Терпение и труд всё перетрут»',
        'amelie: « Tout vient à point à qui sait attendre »',
        'zeynep: “Sabreden derviş muradına ermiş.” The dervish who waited got what he wished for.',
        'diego: “Con paciencia y con maña, el elefante se comió una araña.” With patience and skill the elephant ate a spider 🐘',
        'aoife: So everybody waits and Spain eats spiders',
      ],
    ],
    [
      35,
      [
        'yuki: 今日は日本語の日にしませんか。テーマは「好きな季節」です。',
        'kenji: 秋が好きです。木の匂いがいいから。',
        'ingrid: ふゆがすきです。さむい水がすきです。',
        'yuki: イングリッドさん、すごい！でも「冷たい水」と言います。さむい is for weather, 冷たい is for what you touch.',
        'ingrid: つめたい水がすきです！',
        'yuki: 見ているだけで寒いです 🥶',
      ],
    ],
  ],
  talk: [
    ...languageTalk,
    [
      'amelie: Le mot du jour : « [dépaysement|ras-le-bol|flâner] »',
      'a: [The feeling of not being at home?|I know that one from you, when the glue dries too fast|To walk without aim, but well?]',
      "amelie: [Oui, mais agréable aussi ! On le cherche en voyage.|Exactement 😅 « J'en ai ras-le-bol de cette colle. »|C'est ça : se promener sans but, et avec plaisir.]",
      "b: There's no English word for that. [“Otherwhereness”, maybe.|“Up to here”, with the hand at the chin.|“Pottering”, but with better shoes.]",
    ],
    [
      'layla: سؤال [اليوم|الأسبوع]: [ماذا ترى من نافذتك؟|ما هو أول شيء تفعله في الصباح؟]',
      'yousef: [أرى شجرة زيتون صغيرة في وعاء، وجاري يبحث عن مفاتيحه.|أشرب القهوة قبل أن أتكلم مع أحد.]',
      'shirin: [أرى السماء والقطة.|أقرأ صفحة واحدة… ثم صفحة أخرى.]',
      'layla: [جميل! قطتك أم قطة الشارع؟|صفحة أخرى دائماً 😄]',
      'shirin: [قطة الشارع، ولكن هي لا تعرف.|هذه هي المشكلة]',
    ],
    [
      'katya: Тема [дня|недели]: [что у вас сегодня на ужин?|какая у вас погода?]',
      'a: [Суп и хлеб|Дождь и ветер]. Правильно?',
      'lev: [Правильно! А какой суп?|Правильно! Можно ещё: «идёт дождь, дует ветер».]',
      'a: [Красный|Идёт дождь и дует я. No. Дует ветер.]',
      'katya: [Борщ! Вы уже почти местный житель.|😂 «Дует я» — это прекрасно, так и оставим]',
    ],
    [
      'shirin: کلمهٔ [امروز|این هفته]: «[دلتنگی|قاصدک]»',
      'a: What does it mean?',
      'shirin: [Literally “tightness of heart”: missing somebody.|Dandelion clock, and “little messenger”: you tell it a wish and blow.]',
      'greta: [In Portuguese they have saudade for that|We say “Pusteblume” in German, blow-flower. No message, only blowing.]',
      "a: [دلتنگی. I'll keep that one.|قاصدک. My favourite word so far.]",
    ],
    [
      'diego: Pregunta: ¿[playa o montaña|café o té]? Contestad en español, por favor.',
      'a: [Playa, porque… el agua es tranquilo|Té, siempre té, cada día té]',
      'diego: [¡Casi! El agua, pero tranquila. Es un misterio.|Muy bien. “Todos los días té”, y ya pareces inglés de verdad.]',
      'b: [Why is it “el” and then “tranquila”?|I felt that]',
      'diego: [Because “la agua” trips over its own feet|😄]',
    ],
    [
      'zeynep: Bugünün sorusu: [Hafta sonu ne yaptın?|En sevdiğin yemek ne?]',
      'a: [Bahçede çalıştım|Mercimek çorbası]. Çok [güzel|lezzetli].',
      'zeynep: [Aferin! “Bahçede çalıştım, çok güzeldi” dersen daha da iyi.|Harika seçim! Limonlu mu?]',
      'a: [Çok güzeldi!|Evet, çok limon!]',
    ],
    [
      "a: How do you say “[I'm only looking|it depends|bless you]” in your languages?",
      'amelie: [« Je regarde seulement, merci »|« Ça dépend », with a shoulder|« À tes souhaits ! »]',
      'layla: [“أتفرّج فقط، شكراً”|“حسب”, one word, very useful|“يرحمك الله”]',
      'lev: [«Я просто смотрю, спасибо»|«Смотря как»|«Будь здоров!»]',
      'shirin: [«فقط نگاه می‌کنم، ممنون»|«بستگی دارد»|«عافیت باشه!»]',
      "a: [Saving this for every shop I'll ever enter|The shoulder is the important part|I will sneeze internationally from now on]",
    ],
    [
      'kenji: 今日の[言葉|一言]：「[木漏れ日|もったいない]」',
      'a: [I know this! The light between leaves?|What a waste?]',
      "kenji: [はい、そうです。Sun that falls through a tree.|はい。And also respect for the thing that is wasted. It's why I keep every offcut.]",
      'greta: [There is a smell that belongs to it too|I keep every offcut and had no word for it. Thank you.]',
    ],
    [
      'ingrid: Dagens ord på norsk: “[kos|dugnad]”',
      'b: [Like hygge?|Bless you]',
      "ingrid: [Like hygge, but with more chocolate and a cabin|It's when everybody comes and works for nothing and gets waffles]",
      "b: [I want a cabin|That's literally this workshop]",
      "ingrid: [🛖|That's why I stayed]",
    ],
    [
      'a: Table on {day+2} at [six|half past seven]: who comes in person? I bring [baklava|plum cake].',
      'b: [Moi !|Ich!|Я!]',
      'c: [أنا!|من!|¡Yo!]',
      'a: [Five chairs, six languages, one cake|I hear four languages already]',
    ],
  ],
  latest: {
    minutesAgo: 130,
    dialogue: [
      'dariush: سلام دوستان. امشب شعر بخوانیم؟ هر کس یک بیت.',
      'layla: فكرة رائعة! أنا معكم.',
      'katya: Я принесу Тютчева 😊',
      "amelie: Et moi Verlaine, s'il pleut",
      'aoife: Can I bring a limerick',
      'dariush: A limerick is a poem with a hat. Of course.',
      'yousef: سأحضر الشاي، فالشعر بلا شاي كلام ناشف',
    ],
  },
};
