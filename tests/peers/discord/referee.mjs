// discord.js, unmodified, as the referee of our own double: what it refuses or misses, the double does wrong.
// Usage: node referee.mjs REST_BASE TOKEN CHANNEL. Prints one JSON line for each thing that it saw.
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';

const [api, token, channelId] = process.argv.slice(2);
const say = (saw, more = {}) => console.log(JSON.stringify({ saw, ...more }));

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  partials: [Partials.Message, Partials.Channel],
  rest: { api, version: '10' },
});

client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set([
    { name: 'ping', description: 'Answers', options: [{ name: 'word', description: 'A word', type: 3, required: true, autocomplete: true }] },
    { name: 'form', description: 'Opens a form' },
    { name: 'Look closer', type: 3 },
  ]);
  const guild = ready.guilds.cache.first();
  const roles = await guild.roles.fetch();
  const channels = await guild.channels.fetch();
  say('ready', { user: ready.user.username, guild: guild.name, channels: channels.size, roles: roles.size });
});

client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  say('message', { content: message.content, author: message.author.username, guild: message.guild?.name });
  if (message.content === 'answer me') {
    const channel = await client.channels.fetch(channelId);
    const sent = await channel.send({ content: 'here', nonce: 'once', enforceNonce: true, allowedMentions: { parse: [] } });
    const again = await channel.send({ content: 'here', nonce: 'once', enforceNonce: true });
    await sent.edit({ content: 'here, edited' });
    const found = await channel.messages.fetch(sent.id);
    const page = await channel.messages.fetch({ limit: 10 });
    say('posted', { once: sent.id === again.id, content: found.content, page: page.size });
    await sent.delete();
  }
});

client.on(Events.MessageUpdate, (_, message) => {
  if (!message.author?.bot) say('edit', { content: message.content });
});

client.on(Events.MessageDelete, (message) => {
  if (!message.author?.bot) say('delete', { id: message.id });
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'x' }]);
    say('typing', { typed: interaction.options.getFocused() });
  } else if (interaction.isChatInputCommand() && interaction.commandName === 'ping') {
    await interaction.deferReply({ flags: 64 });
    await interaction.editReply({ content: `pong ${interaction.options.getString('word')}` });
    await interaction.followUp({ content: 'and more', flags: 64 });
    say('command', { word: interaction.options.getString('word'), admin: interaction.memberPermissions.has('ManageGuild') });
  } else if (interaction.isChatInputCommand()) {
    await interaction.showModal({ custom_id: 'form:1', title: 'A form', components: [{ type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 1 } }] });
    say('form');
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: interaction.fields.getTextInputValue('why'), components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Press me', custom_id: 'press:1' }] }] });
    say('submitted', { why: interaction.fields.getTextInputValue('why') });
  } else if (interaction.isButton()) {
    await interaction.update({ content: 'pressed', components: [] });
    say('pressed', { id: interaction.customId });
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({ content: 'looked', flags: 64 });
    say('menu', { content: interaction.targetMessage.content });
  }
});

client.on(Events.ShardReconnecting, () => say('reconnecting'));
client.on(Events.ShardResume, (_, replayed) => say('resumed', { replayed }));
client.on(Events.ShardDisconnect, (event) => say('disconnected', { code: event.code }));
client.on(Events.Error, (error) => say('error', { message: error.message }));
process.on('unhandledRejection', (error) => say('error', { message: String(error?.message ?? error) }));
client.login(token).catch((error) => { say('refused', { message: error.message, code: error.code }); process.exit(1); });
