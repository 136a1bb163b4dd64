// Types of results are written by hand; whatever they allow, the library's schemas allow.

import type { Assessment, AssessmentRecord } from 'dothi';
import type { Assessment as BySchema } from '../../node_modules/dothi/dist/schema/assessment.js';
import type { Record as RecordBySchema } from '../../node_modules/dothi/dist/schema/record.js';

export const assessment = (written: Assessment): BySchema => written;
export const record = (written: AssessmentRecord): RecordBySchema => written;
