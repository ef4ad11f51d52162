/**
 * The first path of each service through the door, with the TypeScript client: registers an organization and a department and reads each
 * back, scores rows and a CSV, and is refused with a problem. Prints one JSON object of what it saw; ClientsIT compares it with what must be.
 *
 * Environment: BALISE_DOOR, and a token each for a declarant, a publisher and an analyst.
 */
import { Configuration as DeidConfiguration, type Problem, ProblemFromJSON, ResponseError, ScoresApi } from '../src/deid/index.js';
import { Configuration as GenaiConfiguration, OrganizationsApi } from '../src/genai-registry/index.js';
import { ScoreUploads } from '../src/score-uploads.js';
import { Configuration as SocialConfiguration, DepartmentsApi } from '../src/socialmedia/index.js';

function given(name: string): string {
    const value = process.env[name];
    if (!value) {
        throw new Error(`${name} is not set`);
    }
    return value;
}

/** The identifier at the end of the address of what was made. */
function identifier(response: Response): string {
    const location = response.headers.get('Location');
    if (!location) {
        throw new Error('an answer without a Location');
    }
    return location.substring(location.lastIndexOf('/') + 1);
}

async function refusal(call: Promise<unknown>): Promise<Problem> {
    try {
        await call;
    } catch (error) {
        if (error instanceof ResponseError) {
            return ProblemFromJSON(await error.response.json());
        }
        throw error;
    }
    throw new Error('it was not refused');
}

const basePath = given('BALISE_DOOR');

const organizations = new OrganizationsApi(new GenaiConfiguration({ basePath, accessToken: given('BALISE_DECLARANT') }));
const registered = await organizations.registerOrganizationRaw({
    newOrganization: {
        institution: 'MSSS',
        name: { fr: 'Organisme du client TypeScript', en: 'Body of the TypeScript client' },
        categories: [
            {
                kind: 'MINISTRY',
                from: new Date('2020-01-01'),
                proof: { document: 'Loi constitutive', issuer: 'Assemblée nationale' },
            },
        ],
    },
});
const organization = await organizations.readOrganization({ id: identifier(registered.raw) });

const departments = new DepartmentsApi(new SocialConfiguration({ basePath, accessToken: given('BALISE_PUBLISHER') }));
const kept = await departments.registerDepartmentRaw({
    newDepartment: { institution: 'HC', name: { en: 'TypeScript Canada', fr: 'TypeScript Canada' }, faaSchedules: ['I.1'] },
});
const department = await departments.readDepartment({ id: identifier(kept.raw) });

const analyst = new DeidConfiguration({ basePath, accessToken: given('BALISE_ANALYST') });
const scores = new ScoresApi(analyst);
const score = await scores.createScore({
    scoreRows: {
        specification: { variables: [{ name: 'sex', role: 'QUASI_IDENTIFIER' }], oneRecordPerPerson: true },
        rows: [{ sex: 'F' }, { sex: 'F' }, { sex: 'M' }],
    },
});
const specification = await scores.keepSpecification({
    specification: { variables: [{ name: 'sex', role: 'QUASI_IDENTIFIER' }], oneRecordPerPerson: true },
});
const csv = new Blob(['sex\n', 'F\n'.repeat(12), 'M\n'], { type: 'text/csv' });
const uploaded = await new ScoreUploads(analyst).score(specification.id, 'text/csv', csv);

const problem = await refusal(
    scores.createScore({
        scoreRows: {
            specification: { variables: [{ name: 'sex', role: 'QUASI_IDENTIFIER' }] },
            rows: [{ sex: 'F', age: '30' }],
        },
    }),
);

console.log(
    JSON.stringify({
        organization: { name: organization.name.en, kind: organization.categories[0]?.kind, from: organization.categories[0]?.from },
        department: { name: department.name.fr, faaSchedules: department.faaSchedules, parent: department.parent },
        score: { records: score.records, cells: score.cells, uniqueRecords: score.uniqueRecords, verdict: score.verdict },
        uploaded: { records: uploaded.records, smallestCell: uploaded.smallestCell },
        problem: { status: problem.status, code: problem.code, violations: problem.violations.map((violation) => violation.code) },
    }),
);
