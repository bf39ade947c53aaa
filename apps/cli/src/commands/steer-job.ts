import { askForRun, pauseSchedule, resumeSchedule } from "@storehouse/tenancy/job";
import type { Command } from "../command.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

const BY = "storehouse on the command line";

const steering = (word: string, steer: typeof askForRun, said: string): Command => ({
  usage: `jobs ${word} <name>`,
  run: async ({ env, args, print }) => {
    const name = theOne(args, "name");
    await withCentral(env, (central) => steer(central, name, BY));
    print(`${name} ${said}.`);
    return 0;
  },
});

/** Runs a job of the timetable now, out of turn. */
export const runJobCommand = steering("run", askForRun, "is run within a second, if a worker is up");

/** Lets a job of the timetable rest. */
export const pauseJobCommand = steering("pause", pauseSchedule, "rests until it is resumed");

/** Lets a job that rests run again. */
export const resumeJobCommand = steering("resume", resumeSchedule, "runs again");
