import { useEffect, useState } from 'react';
import type { Photo } from '../../edge/admin/contract.ts';
import { readBlob } from '../api/client.ts';
import { t } from '../messages/index.ts';

/** A kept photo needs a session token, which an `img` can't send: it is fetched, and shown as an object of this page. */
const usePhoto = (id: string): string | null => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    let made: string | null = null;
    readBlob(`/photos/${encodeURIComponent(id)}`, asked.signal)
      .then((blob) => {
        if (asked.signal.aborted) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      })
      // Its place stays empty: the name beside it says what should be there.
      .catch(() => setUrl(null));
    return () => {
      asked.abort();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id]);
  return url;
};

const Thumbnail = ({ photo }: { photo: Photo }) => {
  const url = usePhoto(photo.id);
  const label = t('case.photo.open', { name: photo.name });
  return (
    <li>
      {url === null ? (
        <span className="mg-photo" role="img" aria-label={photo.name} />
      ) : (
        <a className="mg-photo" href={url} target="_blank" rel="noreferrer" aria-label={label}>
          <img src={url} alt="" />
        </a>
      )}
    </li>
  );
};

export const PhotoGrid = ({ photos }: { photos: readonly Photo[] }) => (
  <ul className="mg-photos">
    {photos.map((photo) => (
      <Thumbnail key={photo.id} photo={photo} />
    ))}
  </ul>
);
