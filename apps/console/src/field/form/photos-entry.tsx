import { useEffect, useState } from 'react';
import { shortDigest } from '../../lib/digest';
import type { Photo } from '../queue/item';
import type { FieldStore } from '../queue/store';
import { useSay } from '../say';
import css from './form.module.css';
import { Label } from './label';
import { hasRoom, MOST_MB, takeIn } from './pictures';

interface Props {
  readonly store: FieldStore;
  readonly photos: readonly Photo[];
  readonly onAdd: (photo: Photo) => void;
  readonly onRemove: (photo: Photo) => void;
}

const MB = 1024 * 1024;

/** Pictures, taken or chosen. Each is kept here, with its digest, before anything else is done with it. */
export const PhotosEntry = ({ store, photos, onAdd, onRemove }: Props) => {
  const { t } = useSay();
  const [reading, setReading] = useState(0);
  const [isFull, setFull] = useState(false);
  const [large, setLarge] = useState<string>();
  useEffect(() => void hasRoom().then((has) => setFull(!has)), [photos.length]);
  const take = async (file: File) => {
    if (file.size > MOST_MB * MB) {
      setLarge(file.name);
      return;
    }
    setReading((count) => count + 1);
    const photo = await takeIn(store, file);
    setReading((count) => count - 1);
    if (photo) onAdd(photo);
    else setFull(true);
  };
  const takeAll = (files: Iterable<File>) => {
    setLarge(undefined);
    for (const file of files) void take(file);
  };
  return (
    <div className={css.part} role="group" aria-labelledby="photos">
      <Label of={undefined} id="photos" name={t('phone.photo')} aside={t('phone.optional')} />
      <ul aria-live="polite">
        {photos.map((photo) => (
          <PhotoLine key={photo.id} store={store} photo={photo} onRemove={() => onRemove(photo)} />
        ))}
        {reading > 0 && <li className={css.note}>{t('phone.photo.reading')}</li>}
      </ul>
      {isFull ? (
        <p className={css.warning}>{t('phone.photo.full')}</p>
      ) : (
        <div className={css.pick}>
          <FileInput name={t('phone.photo.take')} capture="environment" onChosen={takeAll} />
          <FileInput name={t('phone.photo.choose')} onChosen={takeAll} />
        </div>
      )}
      {large !== undefined && <p className={css.wrong}>● {t('phone.photo.large', { name: large, n: MOST_MB })}</p>}
    </div>
  );
};

interface InputProps {
  readonly name: string;
  /** Phones that are told so open the camera, and nothing else. */
  readonly capture?: 'environment';
  readonly onChosen: (files: Iterable<File>) => void;
}

/** The phone's own way to a picture. */
const FileInput = ({ name, capture, onChosen }: InputProps) => (
  <label className={css.add}>
    <input
      type="file"
      accept="image/*"
      multiple
      aria-label={name}
      {...(capture && { capture })}
      onChange={({ target }) => {
        onChosen(target.files ?? []);
        target.value = '';
      }}
    />
    <span aria-hidden>{name}</span>
  </label>
);

interface LineProps {
  readonly store: FieldStore;
  readonly photo: Photo;
  readonly onRemove: () => void;
}

/** The picture itself, as long as it is at the phone. */
const useAddress = (store: FieldStore, id: string): string | undefined => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isOver = false;
    void store.photo(id).then((bytes) => {
      if (!bytes || isOver) return;
      made = URL.createObjectURL(bytes);
      setAddress(made);
    });
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [store, id]);
  return address;
};

const PhotoLine = ({ store, photo, onRemove }: LineProps) => {
  const { t } = useSay();
  const address = useAddress(store, photo.id);
  return (
    <li className={css.photo}>
      {address === undefined ? <span /> : <img src={address} alt="" />}
      <span>
        {photo.name}
        <small>{t('phone.photo.size', { n: Math.ceil(photo.bytes / 1024) })}</small>
        {photo.takenBytes !== undefined && (
          <small>{t('phone.photo.smaller', { n: Math.ceil(photo.takenBytes / 1024) })}</small>
        )}
        <small className={css.mono}>sha256 {shortDigest(photo.sha256)}</small>
      </span>
      <button
        type="button"
        className={css.link}
        onClick={onRemove}
        aria-label={`${t('phone.photo.remove')} ${photo.name}`}
      >
        {t('phone.photo.remove')}
      </button>
    </li>
  );
};
