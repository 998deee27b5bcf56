// discord-digital-twin as a program: does what it is told on stdin, one JSON line each, and answers one line each.
// {"n":1,"do":"say","text":...} {"n":2,"do":"act","type":2,"data":{...},"message":id} {"n":3,"do":"posts","channel":"moderators","count":1}
import { createInterface } from 'node:readline';
import { DigitalDiscord } from 'discord-digital-twin';

const twin = new DigitalDiscord({
  guild: { name: 'Twin ward', channels: [{ name: 'general', type: 0 }, { name: 'moderators', type: 0 }] },
  users: [{ username: 'ana' }],
});
// Discord takes a command's rights as a number, too (its own description says so); the twin's store takes text only.
twin.prisma = twin.prisma.$extends({
  query: {
    applicationCommand: {
      create({ args, query }) {
        const rights = args.data.defaultMemberPermissions;
        return query({ ...args, data: { ...args.data, defaultMemberPermissions: rights == null ? null : String(rights) } });
      },
    },
  },
});
await twin.start();
const channels = Object.fromEntries((await twin.prisma.channel.findMany()).map((c) => [c.name, c.id]));
const ana = await twin.getFirstNonBotUserId();
const print = (line) => console.log(JSON.stringify(line));
const pause = () => new Promise((resolve) => { setTimeout(resolve, 50); });
const read = async (id) => {
  const row = id && (await twin.prisma.message.findUnique({ where: { id } }));
  return row && { id: row.id, author: row.authorId, flags: row.flags, content: row.content, components: JSON.parse(row.components) };
};
const until = async (look) => {
  for (let i = 0; i < 600; i += 1) {
    const found = await look();
    if (found) return found;
    await pause();
  }
  throw new Error('nothing came');
};

const deeds = {
  say: async ({ text }) => ({ message: (await twin.channel(channels.general).user(ana).sendMessage({ content: text })).id }),
  commands: () => until(async () => {
    const names = (await twin.prisma.applicationCommand.findMany()).map((c) => c.name);
    return names.length > 0 && { names };
  }),
  act: async ({ type, data, message, channel = 'general' }) => {
    const { id } = await twin.simulateInteraction({ type, channelId: channels[channel], userId: ana, data, messageId: message });
    return until(async () => {
      const answer = await twin.prisma.interactionResponse.findUnique({ where: { interactionId: id } });
      const waits = !answer.acknowledged || (answer.type === 5 && !answer.messageId);
      return !waits && { type: answer.type, data: JSON.parse(answer.data ?? 'null'), message: await read(answer.messageId) };
    });
  },
  posts: ({ channel, count }) => until(async () => {
    const rows = await twin.prisma.message.findMany({ where: { channelId: channels[channel], authorId: twin.botUserId } });
    return rows.length >= count && { posts: await Promise.all(rows.map((r) => read(r.id))) };
  }),
};

print({ saw: 'ready', rest: twin.restUrl, token: twin.botToken, channels, guild: twin.guildId, ana });
for await (const line of createInterface({ input: process.stdin })) {
  const { n, do: deed, ...rest } = JSON.parse(line);
  deeds[deed](rest).then((answer) => print({ n, ...answer }), (error) => print({ n, error: String(error) }));
}
