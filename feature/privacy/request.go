package privacy

import (
	"slices"
	"strings"

	"erba/kernel"
)

// Request is what somebody asked about what is kept of him.
type Request struct {
	ID       kernel.ID   `json:"id"          db:"id"`
	Kind     string      `json:"kind"        db:"kind" enum:"copy,correct,erase,withdraw,explain"`
	State    string      `json:"state"       db:"state" enum:"open,done,refused"`
	Received kernel.Date `json:"received_on" db:"received_on"`
	Due      kernel.Date `json:"due_on"      db:"due_on"`
	Channel  string      `json:"channel"     db:"channel" doc:"How he asked, and how it was made sure that it was he"`
	Label    string      `json:"label"       db:"label" doc:"The name, masked"`
	Sealed   string      `json:"-"           db:"sealed"`
	Held     string      `json:"-"           db:"records"`
	Answer   string      `json:"answer"      db:"answer"`
	Handler  string      `json:"handler"     db:"handler"`
	Closed   *int64      `json:"closed_at,omitempty" db:"closed_at" doc:"Microseconds since 1970, UTC"`
	Version  int64       `json:"-"           db:"version"`
	Who      *Who        `json:"who,omitempty" db:"-" doc:"Where one request is asked for, until he is forgotten"`
	Records  []Record    `json:"records"     db:"-"`
}

// Revision is the version that a write must name to replace it.
func (r Request) Revision() int64 { return r.Version }

// The states of a request.
const (
	Open    = "open"
	Done    = "done"
	Refused = "refused"
)

// Wishes are the kinds of requests.
var Wishes = []string{"copy", "correct", "erase", "withdraw", "explain"}

const (
	answered = 30 // days until a request must be answered
	longest  = 500
)

// Check reports the first rule that a new request breaks on a day.
func (r Request) Check(today kernel.Date) error {
	switch {
	case !slices.Contains(Wishes, r.Kind):
		return kernel.Invalid("privacy.no_kind")
	case r.Who == nil || strings.TrimSpace(r.Who.Name) == "":
		return kernel.Invalid("privacy.no_name")
	case r.Received.IsZero() || r.Received.Compare(today) > 0:
		return kernel.Invalid("privacy.bad_day")
	case len([]rune(r.Channel)) > longest || len([]rune(r.Answer)) > longest:
		return kernel.Invalid("privacy.too_long", "max", longest)
	}
	return nil
}

// Settings say who is responsible.
type Settings struct {
	Company string `json:"company" db:"company"`
	Officer string `json:"officer" db:"officer"`
	Reach   string `json:"reach"   db:"reach" doc:"Where people write or call"`
	Version int64  `json:"-"       db:"version"`
}

// Revision is the version that a write must name to replace it.
func (s Settings) Revision() int64 { return s.Version }

// Export is a file that left the program, and who has it.
type Export struct {
	ID        kernel.ID `json:"id"        db:"id"`
	At        int64     `json:"at"        db:"at" doc:"Microseconds since 1970, UTC"`
	Actor     string    `json:"actor"     db:"actor"`
	User      kernel.ID `json:"-"         db:"user_id"` // who answers for it
	Route     string    `json:"route"     db:"route"`
	File      string    `json:"file"      db:"file"`
	Rows      int64     `json:"rows"      db:"rows_taken" doc:"0: no list, but a paper"`
	Permit    kernel.ID `json:"permit,omitzero" db:"permit_id" doc:"The proposal by which a second person agreed"`
	Recipient string    `json:"recipient" db:"recipient" doc:"Empty: whoever took it, for himself"`
	Purpose   string    `json:"purpose"   db:"purpose"`
	Version   int64     `json:"version"   db:"version"`
}

// Revision is the version that a write must name to replace it.
func (e Export) Revision() int64 { return e.Version }

// Taking is how many rows somebody took along, and when.
type Taking struct {
	At   int64 `db:"at"`
	Rows int64 `db:"rows_taken"`
}
