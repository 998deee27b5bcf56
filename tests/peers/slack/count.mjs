// Unmodified @slack/bolt that does nothing but count: node count.mjs SERVER
import bolt from "@slack/bolt";

const app = new bolt.App({ token: "xoxb-bench", appToken: "xapp-bench", socketMode: true, logLevel: bolt.LogLevel.ERROR, clientOptions: { slackApiUrl: `${process.argv[2]}/api/` } });
let count = 0;
app.event("message", async () => { count++; });
await app.start();
