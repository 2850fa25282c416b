import classNames from 'labels:FindingClass';
import severities from 'labels:Severity';
import { useState, type SyntheticEvent } from 'react';
import { labelOf } from '../../lib/label';
import type { Language } from '../../lib/language';
import type { Entered, Item, Photo } from '../queue/item';
import type { FieldStore } from '../queue/store';
import { SaveBar } from '../save-bar';
import { useSay } from '../say';
import type { Things } from '../things';
import { byUse, type Used } from '../used';
import css from './form.module.css';
import { PhotosEntry } from './photos-entry';
import { Pick, type Option } from './pick';
import { PlaceEntry } from './place-entry';
import type { Find } from './sought';
import { UnitEntry } from './unit-entry';
import { WhatEntry } from './what-entry';
import { WhenEntry } from './when-entry';

interface Props {
  readonly store: FieldStore;
  readonly item: Item;
  readonly things: Things | undefined;
  readonly used: Used;
  /** Why nothing can be saved now, if nothing can. */
  readonly barred: string | undefined;
  /** Looks for places by part of their name. */
  readonly onSeek: (text: string) => void;
  readonly onFind: Find;
  readonly onChange: (change: (item: Item) => Item) => void;
  readonly onSave: () => void;
}

/** The most common first, as long as nobody has used any. */
const KINDS = ['inadequateControl', 'responsibilityGap', 'lostControl'];
const SEVERITIES = ['minor', 'serious', 'major', 'critical'];
const SHOWN = 3;

const kindsOf = (used: Used): readonly string[] =>
  byUse([...KINDS, ...Object.keys(classNames).filter((name) => !KINDS.includes(name))], used);

type Labels = Readonly<Record<string, readonly [zh: string, en: string]>>;
const optionsOf = (values: readonly string[], labels: Labels, language: Language): readonly Option[] =>
  values.map((value) => ({ value, label: labelOf(labels, value, language) }));

/** One finding, in one column: six things, of which only what was seen has to be typed. */
export const FindingForm = ({ store, item, things, used, barred, onSeek, onFind, onChange, onSave }: Props) => {
  const { t, language } = useSay();
  const [isTried, setTried] = useState(false);
  const { entered, photos } = item;
  const change = (part: Partial<Entered>) => onChange((now) => ({ ...now, entered: { ...now.entered, ...part } }));
  const hasPlace = entered.place.trim() !== '' && entered.territoryId !== undefined;
  const hasText = entered.description.trim() !== '';
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (barred !== undefined) return;
    setTried(true);
    if (hasPlace && hasText) onSave();
    else document.getElementById(hasPlace ? 'what' : 'place')?.focus();
  };
  const remove = (photo: Photo) => {
    onChange((now) => ({ ...now, photos: now.photos.filter(({ id }) => id !== photo.id) }));
    void store.removePhoto(photo.id);
  };
  return (
    <>
      <form id="finding" className={css.form} noValidate onSubmit={save} aria-label={t('phone.title')}>
        <PlaceEntry
          {...{ entered, things, onSeek, onFind }}
          recent={used.recent}
          missing={isTried && !hasPlace}
          onChange={change}
        />
        <Pick
          {...{ name: 'class', label: t('phone.kind'), first: SHOWN, value: entered.class }}
          options={optionsOf(kindsOf(used), classNames, language)}
          onChange={(value) => change({ class: value })}
        />
        <WhatEntry
          value={entered.description}
          missing={isTried && !hasText}
          onChange={(description) => change({ description })}
        />
        <Pick
          {...{ name: 'severity', label: t('phone.severity'), value: entered.severity }}
          options={optionsOf(SEVERITIES, severities, language)}
          onChange={(severity) => change({ severity })}
        />
        <UnitEntry {...{ entered, things, onFind }} onChange={change} />
        <WhenEntry value={entered.seenAt} onChange={(seenAt) => change({ seenAt })} />
        <PhotosEntry
          {...{ store, photos }}
          // Somebody has gone on writing while it was read.
          onAdd={(photo) => onChange((now) => ({ ...now, photos: [...now.photos, photo] }))}
          onRemove={remove}
        />
      </form>
      <SaveBar barred={barred} />
    </>
  );
};
