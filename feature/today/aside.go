package today

import (
	"context"

	"erba/kernel"
)

// Appointment is something of the agenda of a day.
type Appointment struct {
	At      string    `json:"at"                doc:"Such as 09:30; empty: some time of the day"`
	Title   Said      `json:"title"`
	Note    Said      `json:"note"`
	Account kernel.ID `json:"account,omitzero"  row:"account"`
	Path    string    `json:"path"`
	Done    bool      `json:"done"`
}

// Aim is something that somebody wants to reach, and how far he is.
type Aim struct {
	Title  Said    `json:"title"`
	Unit   string  `json:"unit"   enum:"amount,count"`
	Actual int64   `json:"actual"`
	Wanted int64   `json:"wanted"`
	Due    float64 `json:"due"    doc:"Share of it that should have been reached by now"`
	Path   string  `json:"path"`
}

// The states of an account.
const (
	Ok      = "ok"
	Doubt   = "ask"
	Blocked = "blocked"
)

// aside is what stands beside the list: appointments and aims, each behind a grant.
type aside struct {
	grant  string
	agenda func(ctx context.Context, a Ask) ([]Appointment, error)
	aims   func(ctx context.Context, a Ask) ([]Aim, error)
	news   func(ctx context.Context, a Ask) ([]Change, error)
}

// rating says how accounts are.
type rating struct {
	name  string // text key of by what
	grant string
	of    func(ctx context.Context, accounts []kernel.ID) (map[kernel.ID]string, error)
}

// Agenda adds appointments of the viewer's day, behind a grant.
func (s *Service) Agenda(grant string, f func(ctx context.Context, a Ask) ([]Appointment, error)) {
	s.asides = append(s.asides, aside{grant: grant, agenda: f})
}

// Aims adds what the viewer wants to reach, behind a grant.
func (s *Service) Aims(grant string, f func(ctx context.Context, a Ask) ([]Aim, error)) {
	s.asides = append(s.asides, aside{grant: grant, aims: f})
}

// News adds what has changed of accounts, behind a grant: told to who answers for them.
func (s *Service) News(grant string, f func(ctx context.Context, a Ask) ([]Change, error)) {
	s.asides = append(s.asides, aside{grant: grant, news: f})
}

// RateBy lets a feature say how accounts are: ok, ask or blocked, of as many as it
// knows. Before any does, they are rated by how long ago they bought.
func (s *Service) RateBy(name, grant string, f func(ctx context.Context, accounts []kernel.ID) (map[kernel.ID]string, error)) {
	s.rating = &rating{name, grant, f}
}

// Change is a class of an account that has become another.
type Change struct {
	Account kernel.ID   `json:"account" row:"account"`
	Name    string      `json:"name"`
	Model   string      `json:"model,omitempty" enum:",pyramid,grid,abc" doc:"Of a computed class; empty: the words are text keys"`
	Note    string      `json:"note"    doc:"Text key: what it is that has changed, or how far that is"`
	Was     string      `json:"was"     doc:"Empty: none before"`
	Is      string      `json:"is"      doc:"Empty: none any more"`
	On      kernel.Date `json:"on"`
}

// Brought is a file that came into the books.
type Brought struct {
	Kind string `json:"kind" doc:"Text key importing.kind_<kind>"`
	At   int64  `json:"at"   doc:"Microseconds since 1970, UTC"`
	Rows int64  `json:"rows"`
	Path string `json:"path"`
}

// Tier is how the accounts of a tier are.
type Tier struct {
	Tier    string `json:"tier" doc:"Empty: none"`
	Ok      int    `json:"ok"`
	Ask     int    `json:"ask"`
	Blocked int    `json:"blocked"`
	Unknown int    `json:"unknown"`
}

func (t *Tier) add(state string) {
	switch state {
	case Ok:
		t.Ok++
	case Doubt:
		t.Ask++
	case Blocked:
		t.Blocked++
	default:
		t.Unknown++
	}
}

// Side is what stands beside the list.
type Side struct {
	On       kernel.Date   `json:"on"`
	Currency string        `json:"currency"`
	Agenda   []Appointment `json:"agenda"`
	Visits   bool          `json:"visits"   doc:"There is an agenda, even if nothing is in it"`
	Aims     []Aim         `json:"aims"`
	Changes  []Change      `json:"changes"  doc:"Since yesterday, of accounts that the viewer answers for, important ones first"`
	Changed  int           `json:"changed"  doc:"How many"`
	Brought  *Brought      `json:"brought"  doc:"The latest file; null: none, or not to be told"`
	Accounts []Tier        `json:"accounts" doc:"That the viewer answers for"`
	Count    int           `json:"count"    doc:"Of them"`
	Rated    string        `json:"rated"    doc:"Text key of by what"`
	Own      bool          `json:"own"      doc:"They are the viewer's own; else those of his people"`
}
