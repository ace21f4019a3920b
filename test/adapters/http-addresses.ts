/** Addresses that lead into the network that the bot stands in, or nowhere in the web: as people write them who want in. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Hosts that are, once a URL has read them, addresses that are not public. */
export const innerHosts = words(`
  127.0.0.1 127.1 127.0.1 2130706433 0x7f.1 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 0177.1 127.0.0.1.
  ①②⑦.0.0.1 127。0。0。1 127．0．0．1 127｡0｡0｡1 %31%32%37.0.0.1 127.255.255.254 0.0.0.0 0 0x0 00.0 0.1.2.3
  169.254.169.254 0xa9fea9fe 2852039166 10.0.0.1 10.255.255.255 012.0.0.1 172.16.0.1 172.31.255.255
  192.168.0.1 192.168.255.255 100.64.0.1 100.127.255.254 198.18.0.1 198.19.255.255 192.0.0.1 192.0.2.1
  198.51.100.1 203.0.113.1 192.88.99.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
  [::1] [0:0:0:0:0:0:0:1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::FFFF:169.254.169.254] [::127.0.0.1] [::7f00:1]
  [::ffff:0:127.0.0.1] [64:ff9b::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b:1::] [64:ff9b:1::7f00:1] [2002:7f00:1::]
  [2001:0:7f00:1::] [fd00::1] [fc00::1] [fe80::1] [fec0::1] [ff02::1] [100::1] [2001:db8::1] [3fff::1] [5f00::1] [4000::1]
`);

/** What is no address of the web, or says more than where. */
export const strangeAddresses = [
  '',
  ' ',
  ...words(String.raw`
    localhost 127.0.0.1 //127.0.0.1 http:// http:/// http://[ http://[::1%25lo]/ http://256.0.0.1 http://1.2.3.4.5.0x
    http://%00127.0.0.1 http://a@127.0.0.1 http://:p@127.0.0.1 http://127.0.0.1\@a http:127.0.0.1 http:\\127.0.0.1
    http://a:b@meetup.example https://a@8.8.8.8 file:///etc/passwd ftp://8.8.8.8/ gopher://8.8.8.8:80/
    data:text/calendar,x javascript:1 blob:http://8.8.8.8/x webcal://8.8.8.8/ ws://8.8.8.8/ unix:/run/docker.sock about:blank
  `),
];
