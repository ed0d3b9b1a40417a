import { itemsOf, type Value, valueAt } from '../../template/index.ts';
import type { Made } from './merge-notes.ts';
import { isUnknown } from './texts.ts';
import { entryFor, type MapWish, satisfied } from './wish.ts';

const settings = ['Cors', 'CorsConfiguration'];

/** Functions in a CORS setting: those that give way to fixed values, and those that stay though nobody can tell them. */
export function functionNotes({ template, target, wishes, staging }: Made): readonly string[] {
  const { global, local } = target;
  return wishes.properties.entries.flatMap(([key, wish]) => {
    if (wish.kind !== 'map') return [];
    return [valueAt(global, key), valueAt(local, key)].flatMap((value) => {
      if (settings.includes(key)) return inSetting(value, wish);
      const inner = wish.entries.find(([name]) => settings.includes(name));
      return inner?.[1].kind === 'map' ? inSetting(valueAt(value, inner[0]), inner[1]) : [];
    });
  });

  function inSetting(setting: Value | null, wish: MapWish): readonly string[] {
    if (setting?.kind !== 'map') return [];
    return wish.entries.flatMap(([name, inner]) => {
      const value = entryFor(setting, wish, name)?.value;
      if (value === undefined) return [];
      if (value.kind === 'intrinsic')
        return satisfied(value, inner) || (staging !== null && name.startsWith('AllowOrigin'))
          ? []
          : [
              `Line ${value.place.line}: ${name} was a function of the template, and is a fixed value now. Where it must differ by stage, give the function that value instead.`,
            ];
      return itemsOf(value)
        .filter((item) => isUnknown(template, item))
        .map(
          (item) =>
            `Line ${item.place.line}: an item of ${name} stays, because the template does not tell what it comes to.`,
        );
    });
  }
}
