// A Slack Web API that nobody here wrote, strict about scopes: node emulate.mjs PORT
import { createEmulator } from "emulate";

const slack = await createEmulator({
  service: "slack",
  port: Number(process.argv[2]),
  seed: {
    slack: {
      team: { name: "Emulated", domain: "emulated" },
      users: [{ name: "mel" }, { name: "ada" }],
      channels: [{ name: "general" }],
      tokens: [
        { token: "xoxb-narrow", user: "ada", scopes: ["chat:write", "channels:read", "groups:read", "channels:history"] },
        { token: "xoxp-mel", user: "mel", scopes: ["chat:write"] },
        { token: "xoxp-ada", user: "ada", scopes: ["chat:write"] },
      ],
      strict_scopes: true,
    },
  },
});
process.stdout.write(JSON.stringify({ saw: "ready", url: slack.url }) + "\n");
