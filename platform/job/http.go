package job

import (
	"context"
	"encoding/json"
	"time"

	"erba/kernel"
	"erba/platform/identity"
	"erba/platform/text"
	"erba/platform/web"
)

// Grants are the rows of the matrix about jobs: everybody sees his own.
var Grants = identity.Grants{"job:read": own, "job:cancel": own}

var own = map[string]string{"rep": "O", "key_account_manager": "O", "sales_manager": "O", "director": "A", "finance": "O",
	"service": "O", "operations": "A", "admin": "O", "privacy": "O", identity.Local: "A"}

// Routes puts the queue on the REST API.
func (q *Queue) Routes(r *web.Router) {
	web.Get(r, "/jobs", "job:read", q.getJobs)
	web.Get(r, "/jobs/{id}", "job:read", q.getJob)
	web.Post(r, "/jobs/{id}/cancel", "job:cancel", q.postCancel)
}

// View is a job as its user sees it.
type View struct {
	ID      kernel.ID  `json:"id"`
	Kind    string     `json:"kind"  doc:"Text key job.<kind> names it"`
	State   string     `json:"state" enum:"queued,running,done,failed,cancelled"`
	Done    int64      `json:"done"`
	Total   int64      `json:"total" doc:"0 while unknown"`
	Rate    float64    `json:"rate"  doc:"Units a second"`
	Left    int64      `json:"seconds_left" doc:"-1 while unknown"`
	Fault   string     `json:"fault,omitempty" doc:"What went wrong, in the user's language"`
	Result  any        `json:"result,omitempty" doc:"What the job reports, by its kind"`
	Created time.Time  `json:"created_at"`
	Started *time.Time `json:"started_at,omitempty"`
	Ended   *time.Time `json:"ended_at,omitempty"`
}

func view(ctx context.Context, j Job) View {
	v := View{ID: j.ID, Kind: j.Kind, State: j.State, Done: j.Done, Total: j.Total, Rate: j.Rate(), Left: j.Left(),
		Created: time.UnixMicro(j.Created).UTC(), Started: instant(j.Started), Ended: instant(j.Ended)}
	if j.Result != "" {
		v.Result = json.RawMessage(j.Result)
	}
	var f kernel.Fault
	if ok, err := parse(j.Fault, &f); ok && err == nil {
		v.Fault = text.Say(ctx, f.Key, f.Args)
	}
	return v
}

func instant(micro int64) *time.Time {
	if micro == 0 {
		return nil
	}
	t := time.UnixMicro(micro).UTC()
	return &t
}

type getJobs struct {
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"20"`
}

func (q *Queue) getJobs(ctx context.Context, in *getJobs) ([]View, error) {
	jobs, err := q.List(ctx, in.Limit)
	views := make([]View, len(jobs))
	for i, j := range jobs {
		views[i] = view(ctx, j)
	}
	return views, err
}

type oneJob struct {
	ID kernel.ID `path:"id"`
}

func (q *Queue) getJob(ctx context.Context, in *oneJob) (View, error) {
	j, err := q.Find(ctx, in.ID)
	return view(ctx, j), err
}

func (q *Queue) postCancel(ctx context.Context, in *oneJob) (View, error) {
	j, err := q.Cancel(ctx, in.ID)
	return view(ctx, j), err
}
