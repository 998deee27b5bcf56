// Unmodified @slack/bolt against our double: node referee.mjs API_BASE BOT_TOKEN APP_TOKEN
// Says what it saw, one JSON line each.
import bolt from "@slack/bolt";

const [api, token, appToken] = process.argv.slice(2);
const say = (saw, more = {}) => process.stdout.write(JSON.stringify({ saw, ...more }) + "\n");

const app = new bolt.App({
  token,
  appToken,
  socketMode: true,
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: `${api}/` },
});

app.message("answer me", async ({ message, say: post }) => {
  say("message", { text: message.text });
  const posted = await post({ text: "here", blocks: [{ type: "actions", elements: [{ type: "button", action_id: "press", text: { type: "plain_text", text: "Press" }, value: "v1" }] }] });
  say("posted", { ts: posted.ts });
});
app.event("app_mention", async ({ event }) => say("mention", { text: event.text }));
app.event("message", async ({ event }) => {
  if (event.subtype) say(event.subtype, { text: event.message?.text });
});
app.event("app_home_opened", async ({ event, client }) => {
  await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [{ type: "section", text: { type: "plain_text", text: "home" } }] } });
  say("home");
});
app.command("/guidance", async ({ command, ack, respond, client }) => {
  await ack();
  say("command", { text: command.text });
  if (command.text === "form") {
    const opened = await client.views.open({
      trigger_id: command.trigger_id,
      view: {
        type: "modal", callback_id: "form", title: { type: "plain_text", text: "Form" }, submit: { type: "plain_text", text: "Send" },
        blocks: [{ type: "input", block_id: "why", label: { type: "plain_text", text: "Why" }, element: { type: "plain_text_input", action_id: "answer" } }],
      },
    });
    say("opened", { id: opened.view.id });
    await client.views.open({ trigger_id: command.trigger_id, view: { type: "modal", title: { type: "plain_text", text: "Twice" }, blocks: [{ type: "divider" }] } })
      .catch((e) => say("refused", { error: e.data.error }));
  } else {
    await respond({ text: `pong ${command.text}` });
  }
});
app.action("press", async ({ ack, body, action, client }) => {
  await ack();
  say("pressed", { value: action.value });
  await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: "pressed", blocks: [] });
});
app.view("form", async ({ ack, view }) => {
  const why = view.state.values.why.answer.value;
  if (why === "wrong") await ack({ response_action: "errors", errors: { why: "no" } });
  else await ack();
  say("submitted", { why });
});
app.shortcut({ type: "message_action", callback_id: "report" }, async ({ ack, shortcut }) => {
  await ack();
  say("menu", { text: shortcut.message.text });
});
app.shortcut({ type: "shortcut", callback_id: "check_draft" }, async ({ ack }) => {
  await ack();
  say("shortcut");
});
app.error(async (e) => say("error", { message: String(e.original ?? e) }));

await app.start();
say("ready", { team: (await app.client.auth.test()).team_id });

// What the real one refuses, the double must refuse in the same words.
for (const [method, args] of [
  ["chat.postMessage", { channel: "C0OTHER", text: "x" }],
  ["chat.postMessage", { channel: "CNONE", text: "x" }],
  ["chat.delete", { channel: "C0GENERAL", ts: "1.1" }],
  ["conversations.open", { users: "UNONE" }],
]) await app.client.apiCall(method, args).then(() => say("allowed", { method }), (e) => say("refusal", { method, channel: args.channel, error: e.data?.error ?? String(e) }));

process.stdin.on("data", () => {});
process.stdin.on("end", () => process.exit(0));
