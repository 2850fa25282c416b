import type { InBoth, Language } from './language';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: string;
}

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (at: string | Date): Parts => {
  const found = new Map(FORMAT.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(found.get(type));
  const clock = `${found.get('hour') ?? ''}:${found.get('minute') ?? ''}`;
  return { year: number('year'), month: number('month'), day: number('day'), clock };
};

/** The end of a day is its 24:00, never the next day's 00:00. */
const asEnd = (at: string): Parts => {
  const parts = partsOf(at);
  if (parts.clock !== '00:00') return parts;
  return { ...partsOf(new Date(Date.parse(at) - MINUTE)), clock: '24:00' };
};

const DAY: InBoth<(parts: Parts, withYear: boolean) => string> = {
  zh: ({ year, month, day }, withYear) => `${withYear ? `${year}年` : ''}${month}月${day}日`,
  en: ({ year, month, day }, withYear) => `${day} ${MONTHS[month - 1] ?? ''}${withYear ? ` ${year}` : ''}`,
};

const SPAN: InBoth<Readonly<Record<'m' | 'h' | 'd', string>>> = {
  zh: { m: '分', h: '小时', d: '天' },
  en: { m: 'min', h: 'h', d: 'd' },
};

interface Lag {
  readonly minutes: (minutes: number) => string;
  readonly hours: (hours: number, minutes: string) => string;
  readonly days: (days: number, hours: number) => string;
}

const LAGS: InBoth<Lag> = {
  zh: { minutes: (m) => `${m} 分`, hours: (h, m) => `${h} 时 ${m} 分`, days: (d, h) => `${d} 天 ${h} 时` },
  en: { minutes: (m) => `${m} min`, hours: (h, m) => `${h} h ${m}`, days: (d, h) => `${d} d ${h} h` },
};

/** Says times as they are said in China, in one language, to somebody who reads now. The year is said when it is not this one. */
export class Telling {
  private readonly year: number;

  constructor(
    private readonly language: Language,
    private readonly now: Date,
  ) {
    this.year = partsOf(now).year;
  }

  day(at: string | Date): string {
    const parts = partsOf(at);
    return DAY[this.language](parts, parts.year !== this.year);
  }

  moment(at: string): string {
    return `${this.day(at)} ${this.clock(at)}`;
  }

  /** The moment by which something is due. */
  due(at: string): string {
    const parts = asEnd(at);
    return `${DAY[this.language](parts, parts.year !== this.year)} ${parts.clock}`;
  }

  clock(at: string): string {
    return partsOf(at).clock;
  }

  weekday(at: string): string {
    const locale = { zh: 'zh-CN', en: 'en-GB' }[this.language];
    return new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: 'short' }).format(new Date(at));
  }

  /** How long: the largest unit that still says something. */
  span(ms: number): string {
    const minutes = Math.round(Math.abs(ms) / MINUTE);
    const words = SPAN[this.language];
    if (minutes < 60) return `${minutes} ${words.m}`;
    if (minutes < 48 * 60) return `${Math.round(minutes / 60)} ${words.h}`;
    return `${Math.floor(minutes / 1440)} ${words.d}`;
  }

  /** How long something waits, from seconds on. */
  wait(seconds: number): string {
    const words = { zh: '秒', en: 's' };
    return seconds < 60 ? `${Math.round(seconds)} ${words[this.language]}` : this.span(seconds * 1_000);
  }

  /** How many minutes something took: hours beside minutes, and days beside hours, once there are several. */
  lag(minutes: number): string {
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60), minutes % 60];
    const LAG = LAGS[this.language];
    if (hours < 2) return LAG.minutes(minutes);
    return days < 2 ? LAG.hours(hours, String(rest).padStart(2, '0')) : LAG.days(days, hours % 24);
  }

  /** How long ago. */
  since(at: string): string {
    return this.span(this.now.getTime() - Date.parse(at));
  }
}
