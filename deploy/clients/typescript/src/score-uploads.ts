/**
 * Scores data that are sent as they are, and streamed: a CSV of any size, or lines of JSON. The generated ScoresApi sends rows in JSON only.
 * This is written by hand.
 */
import { type Score, ScoreFromJSON } from './deid/models/index.js';
import { BaseAPI } from './deid/runtime.js';

export class ScoreUploads extends BaseAPI {
    /**
     * Scores a body while it is sent.
     *
     * @param specification identifier of a specification kept with ScoresApi
     * @param mediaType text/csv or application/x-ndjson
     * @param data a Blob: what a browser's file input gives, or openAsBlob(path) in Node, which reads the file as it is sent
     * @throws ResponseError with the answer, a problem, where it is not scored
     */
    async score(specification: string, mediaType: 'text/csv' | 'application/x-ndjson', data: Blob): Promise<Score> {
        const headers: Record<string, string> = { 'Content-Type': mediaType };
        const token = await this.configuration.accessToken?.('bearer', []);
        if (token) {
            headers['Authorization'] = `Bearer ${token}`;
        }
        const response = await this.request({
            path: '/deid/v1/scores',
            method: 'POST',
            headers,
            query: { specification },
            body: data,
        });
        return ScoreFromJSON(await response.json());
    }
}
