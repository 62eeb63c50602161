// Package job decides how long work runs beside the requests: queued in the
// database, one attempt at a time, with progress, cancelled on demand, taken
// up again where it was when its process died.
package job

import (
	"embed"
	"encoding/json"
	"time"

	"erba/kernel"
)

// Schema is the queue's table.
//
//go:embed schema
var Schema embed.FS

// The states of a job.
const (
	Queued    = "queued"
	Running   = "running"
	Done      = "done"
	Failed    = "failed"
	Cancelled = "cancelled"
)

const (
	beat  = 2 * time.Second  // how often a running job says that it lives
	stale = 15 * time.Second // how long it may keep silent before another worker takes it
	poll  = time.Second      // how often the queue is looked at for work of other processes
	most  = 3                // attempts before a job whose worker dies again and again has failed
)

// Job is a piece of work in the queue. Instants are microseconds UTC, 0 = not yet.
type Job struct {
	ID      kernel.ID `db:"id"`
	Kind    string    `db:"kind"`
	State   string    `db:"state"`
	User    kernel.ID `db:"user_id"`    // none: the operator, or the system
	Hand    string    `db:"operator"`   // who queued it at the command line; nobody: the system
	Grant   string    `db:"grant_name"` // what he did when he queued it
	Args    string    `db:"args"`       // JSON
	Kept    string    `db:"kept"`       // JSON, what an attempt keeps for the next
	Result  string    `db:"result"`     // JSON
	Fault   string    `db:"fault"`      // JSON of a kernel.Fault
	Done    int64     `db:"done"`
	Total   int64     `db:"total"`
	Tries   int64     `db:"tries"`
	Cancel  bool      `db:"cancel"`
	Due     int64     `db:"due_at"`
	Beat    int64     `db:"beat_at"`
	Created int64     `db:"created_at"`
	Started int64     `db:"started_at"`
	Ended   int64     `db:"ended_at"`
}

// Rate is how many units a second the job does; 0 while unknown.
func (j Job) Rate() float64 {
	until := j.Beat
	if j.Ended > 0 {
		until = j.Ended
	}
	if j.Started == 0 || until <= j.Started || j.Done == 0 {
		return 0
	}
	return float64(j.Done) * 1e6 / float64(until-j.Started)
}

// Left is how many seconds the rest takes at this rate; −1 while unknown.
func (j Job) Left() int64 {
	rate := j.Rate()
	if rate == 0 || j.Total == 0 {
		return -1
	}
	return int64(float64(max(0, j.Total-j.Done)) / rate)
}

func now() int64 { return time.Now().UnixMicro() }

// written is v as JSON; what we write ourselves always can be.
func written(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("job: " + err.Error())
	}
	return string(raw)
}
