/** The community that comes with the bot: all of it must be understood, and what it says of real meetups be true. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { createFiles } from '../adapters/files/index.ts';
import { readSettings } from '../src/config.ts';
import { readEvent } from '../src/content/event.ts';
import { readReport } from '../src/content/report.ts';
import { merge } from '../src/event/merge.ts';
import { occurrences } from '../src/event/occurrences.ts';
import type { Source } from '../src/content/report.ts';
import type { Section } from '../src/model.ts';

const content = createFiles(fileURLToPath(new URL('../content', import.meta.url)));
const context = { zone: 'Asia/Tokyo', hash: (text: string) => text };

const unreadable: unknown[] = [];
const sources: Source[] = [];
for (const { path } of await content.list()) {
  const { text, problems } = await content.read(path);
  sources.push({ path, text: text ?? '' });
  unreadable.push(...problems);
}

const settings = sources.filter(({ path }) => path === 'community.md').map(readSettings);
const events = sources.flatMap((source) => readEvent(source, context) ?? []);
const reports = sources
  .filter(({ path }) => path.startsWith('reports/'))
  .map((source) => readReport(source, context));

const TALKS = [
  'Kubernetes対応等、20分で分かる最近のDockerについて | zembutsu | https://www.slideshare.net/zembutsu/distributed-docker-swarm-orchestration',
  'AWS FargateでサーバーレスなDocker環境 | |',
  'コンテナ管理OSS「Rancher」〜便利なDockerを更に使いやすく〜 | |',
  'Dockerを使ったクライアントハイパーバイザー | |',
  'UCPでスタックを管理してみよう | |',
  '日本と世界のDockerコミュニティ | AkihiroSuda | https://www.slideshare.net/AkihiroSuda/docker-90377069',
  'DockerCon San Francisco 2019 (雑な) まとめ | 前佛雅人 |',
  'Dockerfile Best Practices DCSF19を読み込む | 前佛雅人 |',
  'Jupyterhubの DockerSpawnerの紹介 | kozo2 | https://docs.google.com/presentation/d/1vM7vurd-KE4x-sKe5vT9ZoyBc2HSPER4CjsPV4QVJig/edit',
  'AB test with Docker | chimame | https://speakerdeck.com/chimame/b-test-with-docker',
  'オンプレでPrivate Registry使ったDockerイメージの運用について | yassan168 | https://www.slideshare.net/yasukazunagatomi/20190524dockerkansai03/',
  'Opening + Docker 1.10の新機能 | ianmlewis |',
  'Docker活用パターンの整理：Docker/OpenStack/Ansible/Kubernetes/OpenShift/etc... どう組み合わせるのが正解？ | enakai00 |',
  'DockerとPodの概念。様々なコンテナ環境のあり方 | IanMLewis |',
  'Docker Usercase in Production(using CoreOS and Docker compose) | tn961ir |',
  'Microsoft AzureでのDocker対応状況の紹介 | yuya_lush |',
  'Docker Best Practice | spesnova |',
  'CoreOSの基礎/CoreOSに期待すること | deeeet | https://speakerdeck.com/tcnksm/coreoskurasutanidockerkontenawodepuroi-number-dockerjp',
  'Kubernetesの機能とデモ、開発体制について | yugui |',
  'Amazon EC2 Container Service(ECS) | shot6 |',
  'RedHat atomic hostの話 | yuryu | http://www.slideshare.net/Yuryu/docker-on-project-atomic-docker-meetup-4',
  'WebアプリケーションにおけるDockerパフォーマンスチューニング | y_uuk1 |',
  'cgroupによるリソース隔離入門 | ten_forward | https://speakerdeck.com/tenforward/cgroupniyorurisosuge-li-ru-men-2015-01-17',
  'Docker at Wantedly | spesnova |',
  'Development and Deployment with Docker at Dwango | ixixi | https://speakerdeck.com/ixixi/d-evelopment-and-deployment-with-docker-at-dwango',
  'Google Container Engineについて | kazunori_279 |',
  '共用スパコンシステム上でデータ解析 with Docker | iNut |',
  '? | IanMLewis |',
  'Docker/ECSでIAMロールを利用する | takipone |',
  'GitのコミットごとにQA環境を作成するプロキシを作ってみた | Mook |',
  'tutumで雑に包んで雑にデプロイ | ytnobody |',
  'DatadogさんのLT | Datadog |',
  'docker buildが30倍以上早くなる話 | |',
  'docker con 報告会 | |',
  'Docker con pert3 | |',
  'ChainerMNをDocker　コンテナでうごかす | |',
  'KubeFlow Machine Learning on k8s | |',
  'Dockerとk8s, helmをTwelve Factor APP | |',
  'OpenShift | |',
  'Rancher | |',
];

const asLine = ({ title, speakers, slides }: Section): string =>
  [title ?? '?', speakers.map(({ name, handle }) => handle ?? name).join(', '), slides.join(' ')]
    .join(' | ')
    .replaceAll(/ {2,}/gu, ' ')
    .trimEnd();

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

describe('the community that comes with the bot', () => {
  test('is understood without a single problem', () => {
    expect(unreadable).toEqual([]);
    expect([...settings, ...events, ...reports].flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('has settings, five reports and four events, and nothing else', () => {
    expect([settings.length, reports.length, events.length]).toEqual([1, 5, 4]);
    expect(sources).toHaveLength(10);
    expect(settings[0]?.settings).toMatchObject({
      name: '波止場コンテナ会',
      locale: 'ja',
      zone: 'Asia/Tokyo',
    });
  });

  test.each([
    [
      '2018-03-12-docker-meetup-kansai-1.md',
      { series: 'Docker Meetup Kansai', number: 1, url: 'https://dockerkansai.connpass.com/event/80776/' },
      '2018-03-12',
    ],
    ['docker-meetup-kansai-3.md', { series: 'Docker Meetup Kansai', number: 3, city: '大阪' }, '2019-05-24'],
    [
      '2015-01-17-docker-meetup-tokyo-4.md',
      { series: 'Docker Meetup Tokyo', number: 4, url: 'http://connpass.com/event/10318/' },
      '2015-01-17',
    ],
    [
      'docker-meetup-tokyo-6.md',
      { series: 'Docker Meetup Tokyo', number: 6, url: 'http://dockerjp.connpass.com/event/26538/' },
      undefined,
    ],
    ['docker-tokyo-201807.md', { number: null, city: '東京' }, '2018-07'],
  ])('says which meetup %s is about', (name, meetup, date) => {
    const report = reports.find(({ file }) => file === `reports/${name}`);
    expect(report?.meetup).toMatchObject(meetup);
    expect(report?.meetup.date?.value).toBe(date);
  });

  test('says what was talked about, by whom, and where the slides are', () => {
    const talks = reports.flatMap(({ sections }) => sections.filter(({ isTalk }) => isTalk)).map(asLine);
    expect(talks.toSorted(byText)).toEqual(TALKS.toSorted(byText));
  });

  test('shows that headers come in several languages', () => {
    const openings = sources
      .filter(({ path }) => path.startsWith('reports/'))
      .map(({ text }) => text.split('\n')[0]?.slice(0, 6));
    expect(openings).toHaveLength(5);
    expect(new Set(openings)).toEqual(new Set(['# Dock', '+++', '---', 'Title:']));
  });

  test('still has something coming up in two years, one of it cancelled', () => {
    const between = { from: new Date('2028-11-22T00:00:00Z'), to: new Date('2029-02-20T00:00:00Z') };
    const coming = merge(events.flatMap((event) => occurrences(event, between)));
    expect(coming.map(({ start, title, status }) => [start, title, status])).toEqual([
      ['2028-12-02', '波止場コンテナカンファレンス 2028', 'scheduled'],
      ['2028-12-13T19:00:00+09:00', '波止場もくもく会', 'scheduled'],
      ['2028-12-16T13:00:00+09:00', 'はじめてのコンテナワークショップ', 'cancelled'],
      ['2029-01-04T18:30:00+09:00', 'Harbour Lightning Talks', 'scheduled'],
      ['2029-01-10T19:00:00+09:00', '波止場もくもく会', 'scheduled'],
      ['2029-02-14T19:00:00+09:00', '波止場もくもく会', 'scheduled'],
    ]);
  });
});
