export { type ClaimedJob, claimJob, completeJob, failJob, holdJob, JOB_LOCK_MS, JobLost } from "./claim-job.ts";
export { getJob, type JobRow } from "./list-jobs.ts";
export { listRuns, listSchedules, type RunRow, type ScheduleRow } from "./list-schedules.ts";
export { type JobWish, requestJob } from "./request-job.ts";
export { retryJob } from "./retry-job.ts";
export { askForRun, isSchedulePaused, listAsked, pauseSchedule, resumeSchedule } from "./steer-schedule.ts";
export { beginRun, endRun, enlistJobs, type Enlisted, type RunEnd } from "./timetable.ts";
export { requestDeletion } from "./request-deletion.ts";
