import { Buttons } from './Buttons';
import { Choices } from './Choices';
import { Feedback } from './Feedback';
import { Fields } from './Fields';
import { Foundations } from './Foundations';
import { Lists } from './Lists';
import { Managing } from './Managing';
import { Overlays } from './Overlays';
import { People } from './People';

export function Gallery() {
  return (
    <main className="mx-auto flex max-w-[72rem] flex-col px-4 pb-16 tablet:px-8">
      <header className="py-8">
        <h1 className="text-title font-semibold">Primitives</h1>
        <p className="text-body text-fg-muted">
          Everything in ui/ in all its states. Choose with ?theme, ?contrast, ?dir, ?size and ?motion.
        </p>
      </header>
      <Foundations />
      <Buttons />
      <Fields />
      <Choices />
      <Overlays />
      <People />
      <Lists />
      <Managing />
      <Feedback />
    </main>
  );
}
