import { bilingual, type Text } from '#kernel';

/** A number that can go up and down, for monitors. */
export interface Metric {
  /** The name of the metric, in lower case with underscores, its unit last: `follower_lag_seconds`. */
  readonly name: string;
  readonly help: Text;
  readonly value: number;
  /** Which one of several with this name. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What the text below is, as a media type. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Metrics in Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/), each under `sifang_`. Those
 * of one name must stand together.
 */
export const metricsText = (metrics: readonly Metric[]): string =>
  metrics.flatMap((metric, index) => [...head(metric, metrics[index - 1]), line(metric)]).join('');

const head = ({ name, help }: Metric, before: Metric | undefined): readonly string[] =>
  before?.name === name ? [] : [`# HELP sifang_${name} ${bilingual(help)}\n`, `# TYPE sifang_${name} gauge\n`];

const line = ({ name, value, labels = {} }: Metric): string => {
  const told = Object.entries(labels).map(([label, text]) => `${label}=${JSON.stringify(text)}`);
  return `sifang_${name}${told.length > 0 ? `{${told.join()}}` : ''} ${String(value)}\n`;
};
