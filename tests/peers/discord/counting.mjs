// discord.js doing nothing but counting messages, for the figures. Usage: node counting.mjs PORT EVENTS default|nocache
import { Client, Events, GatewayIntentBits, Options } from 'discord.js';
import { readFileSync } from 'node:fs';

const [port, events, caches] = process.argv.slice(2);
const total = Number(events);
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  rest: { api: `http://127.0.0.1:${port}/api`, version: '10' },
  ...(caches === 'nocache' ? { makeCache: Options.cacheWithLimits({ MessageManager: 0, GuildMemberManager: 0, UserManager: 0, ReactionManager: 0, PresenceManager: 0, ThreadManager: 0 }) } : {}),
});
let seen = 0;
let started;
let cpu;
client.on(Events.MessageCreate, () => {
  seen += 1;
  if (seen === 1) {
    started = process.hrtime.bigint();
    cpu = process.cpuUsage();
  }
  if (seen === total) {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const used = process.cpuUsage(cpu);
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
    console.log(JSON.stringify({ client: `discord.js (${caches}, counting only)`, eventsPerSecond: Math.round(total / seconds), cpuSeconds: Math.round((used.user + used.system) / 1e4) / 100, peakMB: Math.round(peak / 1024) }));
    process.exit(0);
  }
});
client.login('token');
