import type { Script } from '../../script/script.js';
import { poetryTalk } from './reading-talk.js';

export const poetry: Script = {
  regulars: ['shirin', 'layla', 'dariush', 'amelie', 'lev', 'yuki', 'aoife', 'ingrid', 'zeynep', 'maya'],
  story: [
    [
      1,
      [
        'shirin: برای شروع، حافظ:\n\n> الا یا ایها الساقی ادر کاسا و ناولها\n> که عشق آسان نمود اول ولی افتاد مشکل‌ها',
        'shirin: The first couplet of his Divan: love looked easy at first, but then came the difficulties.',
        'layla: وأول شطر فيه بالعربية! He begins in Arabic and goes on in Persian, in one breath.',
        'dariush: و از همان اول می‌گوید که آسان نخواهد بود',
        'aoife: Seven hundred years and still nobody has listened to him',
      ],
    ],
    [
      10,
      [
        'lev: Пушкин, потому что осень:\n\n> Унылая пора! Очей очарованье!\n> Приятна мне твоя прощальная краса',
        'lev: Gloomy time! Enchantment of the eyes! Your farewell beauty is pleasant to me.',
        'amelie: « Enchantement des yeux »… In French it loses its coat on the way.',
        'ingrid: It sounds like walking on leaves',
        'lev: Именно так',
      ],
    ],
    [
      19,
      [
        'yuki: 松尾芭蕉：\n\n> 古池や\n> 蛙飛びこむ\n> 水の音',
        'yuki: Old pond, a frog jumps in, sound of water. みんな知っていますね。',
        "aoife: I've always wanted to ask: why is that good",
        'yuki: 聞こえますか？ Do you hear it now?',
        'aoife: …yes',
        "yuki: それです。That's why.",
      ],
    ],
    [
      23,
      [
        'layla: المتنبي:\n\n> على قدرِ أهلِ العزمِ تأتي العزائمُ\n> وتأتي على قدرِ الكرامِ المكارمُ',
        'layla: Resolve comes in the measure of the resolute, and noble deeds in the measure of the noble.',
        'zeynep: It has the same bones in both lines',
        "layla: Exactly, that's the form: two halves that look at each other",
        'dariush: مثل آینه',
      ],
    ],
    [
      30,
      [
        "amelie: Verlaine, il pleut, j'ai le droit :\n\n> Il pleure dans mon cœur\n> Comme il pleut sur la ville",
        'lev: Even I understand this one',
        'aoife: Tears falls in my heart like rain on the town. Tears fall. Heart falls.',
        "amelie: « Il pleure », it weeps, like « il pleut », it rains. There's nobody who does it. It just weeps.",
        "ingrid: That's grammar being sad",
      ],
    ],
    [
      27,
      [
        "zeynep: Orhan Veli:\n\n> İstanbul'u dinliyorum, gözlerim kapalı",
        'aoife: What does it say?',
        "zeynep: I'm listening to Istanbul, my eyes closed",
        'layla: Now I hear seagulls',
        'zeynep: There are seagulls, two lines later!',
      ],
    ],
    [
      34,
      [
        'zeynep: And an older one, Yunus Emre, seven hundred years:\n\n> Gelin tanış olalım, işi kolay kılalım',
        'maya: Which means?',
        'zeynep: Come, let us know each other, let us make it easy',
        'shirin: همین. That could stand at the top of this server.',
      ],
    ],
    [
      37,
      [
        'dariush: خیام:\n\n> این قافلهٔ عمر عجب می‌گذرد\n> دریاب دمی که با طرب می‌گذرد',
        'shirin: How strangely the caravan of life goes by; catch the moment that passes in joy.',
        "maya: I'll have that over the workshop door please",
        'amelie: I can letter it, if somebody checks the dots',
        'dariush: نقطه‌ها با من',
      ],
    ],
  ],
  talk: [
    ...poetryTalk,
    [
      "a: A line that I can't get out of my head: “[The fog comes on little cat feet.|I have measured out my life with coffee spoons.|Hope is the thing with feathers]”",
      "b: [Sandburg! It's six lines and I know them all.|As a tea drinker I feel left out|That perches in the soul 🕊]",
      "c: [And then moves on|Prufrock would've apologised to you|And never stops at all]",
    ],
    [
      "aoife: [A limerick, as threatened|Another limerick, nobody stopped me]:\n\n> [A bookbinder living in Rennes|A joiner who came from Kazan]\n> [had glue in her hair and her pens;|built chairs on a beautiful plan;]\n> [when asked to explain|each one of them stood]\n> [she'd say in the rain:|as long as it could,]\n> [“It's drying, come back here at ten.”|then sat down much like any man.]",
      "amelie: [It's not Rennes. But it IS the hair.|J'adore]",
      'lev: [The glue is real, I have seen it|One wobbles ONCE]',
    ],
    [
      'shirin: فال حافظ [امشب|امروز]: نیت کنید!',
      "a: [I've thought of something|Done, it's about my landlord]",
      "shirin: [> یوسف گمگشته بازآید به کنعان غم مخور\n\nLost Joseph comes back to Canaan, don't grieve. That's the best one there is.|> دوش دیدم که ملایک در میخانه زدند\n\nLast night I saw the angels knock at the tavern's door.]",
      "a: [Then I'll stop looking for the keys and they'll come|So… he's not fixing the boiler?]",
      'dariush: [همیشه این غزل می‌آید وقتی لازم است|😂 حافظ هم نمی‌داند]',
    ],
    [
      "a: Does anyone here write? [I've got one poem and a lot of drafts of it.|I'm asking because I do, sometimes, at night.]",
      'b: [Please show us a draft|Then show us, at night]',
      "a: [It's about the bus stop:\n\n> Every morning the same four strangers.\n> On the day when one is missing\n> we look at the gap and don't wave.|Here:\n\n> The kettle knows when I can't sleep.\n> It clears its throat for both of us.]",
      "c: [We don't wave. Oh.|“For both of us” ❤️]",
      'd: More of these please',
    ],
    [
      'yuki: 一句：[秋の夜や 本より重き 猫ひとつ|雨の音 開いたままの ページかな]',
      'a: In English?',
      'yuki: [Autumn night: heavier than the book, one cat.|Sound of rain; the page still lies open.]',
      "b: [I have the same cat|That's my whole Sunday]",
    ],
    [
      "a: Rhyme or no rhyme? [I can't help it, I hear it coming like a tram.|My daughter says that poems without are cheating.]",
      'lev: [В русской поэзии без рифмы холодно|Your daughter is right and also seven]',
      'b: [A tram you want to catch or one that runs you over?|How old is she?]',
      'a: [Depends on the poet|Seven! How do you know]',
    ],
    [
      "a: What's the best poem about [bread|rain|work]? [For a friend who opens a bakery.|For no reason but the window.|For somebody's retirement.]",
      "b: [Neruda has an ode to it. He has an ode to everything.|Edward Thomas, “Rain”, but it's dark|Marge Piercy, “To be of use”]",
      'c: [Odes to socks and to onions too|“Adlestrop” has no rain and still smells of it|Perfect, especially the last line]',
      "a: [Onion next time|Thank you both, I'll read it at the window|I'll read it aloud, if my voice holds]",
    ],
    [
      'layla: بيت [اليوم|المساء]: [أعزُّ مكانٍ في الدُّنى سرجُ سابحٍ *** وخيرُ جليسٍ في الزمانِ كتابُ|إذا غامرتَ في شرفٍ مرومِ *** فلا تقنعْ بما دونَ النجومِ]',
      'a: Translation please 🙏',
      "layla: [The dearest place in the world is the saddle of a swift horse, and the best companion of all time is a book.|If you venture for an honour that you desire, don't be content with less than the stars.]",
      "b: [No horse, but I've got the book|Less than the stars. All right then.]",
    ],
  ],
  latest: {
    minutesAgo: 52,
    dialogue: [
      'ingrid: Ivar Aasen, because I miss the sea:\n\n> Millom Bakkar og Berg utmed Havet\n> heve Nordmannen fenget sin Heim',
      'amelie: Hills and mountains beside the sea… and then?',
      'ingrid: There the Norwegian has got his home. He dug the ground himself and built his house upon it.',
      'lev: Между холмами и морем',
      'dariush: چه زیبا. خانه‌ای که آدم خودش ساخته باشد.',
      "amelie: I'd like to print this one by hand. Two lines, nothing else on the page.",
    ],
  },
};
