package coverage

import (
	"strings"

	cover "erba/analysis/coverage"
	"erba/kernel"
)

// The states of a trial.
const (
	Open    = "open"
	Applied = "applied"
	Undone  = "undone"
	Dropped = "dropped"
)

// The states of a move.
const (
	Planned = "planned"
	Pending = "waiting" // its trial is applied, for a day to come
	Done    = "done"
	Lost    = "lost" // meanwhile somebody gave the account to somebody else, or may not any more
	Back    = "undone"
)

// ByHand is the reason of a move that nobody suggested.
const ByHand = "hand"

// Trial is another coverage that somebody tries before anything changes.
type Trial struct {
	ID       kernel.ID   `json:"id"       db:"id"`
	Name     string      `json:"name"     db:"name"`
	By       kernel.ID   `json:"by"       db:"by_id"`
	State    string      `json:"state"    db:"state" enum:"open,applied,undone,dropped"`
	Begun    kernel.Date `json:"begun"    db:"begun_on"`
	Applier  kernel.ID   `json:"applier,omitzero"  db:"applied_by"`
	HandOver kernel.Date `json:"handover,omitzero" db:"handover_on" doc:"On which accounts change hands"`
	Version  int64       `json:"version"  db:"version"`
}

// Revision is what who writes it over has read.
func (t Trial) Revision() int64 { return t.Version }

const (
	longestName = 60
	mostMoves   = 2000
	furthest    = 366 // days until a hand-over
)

// checkName wants a name.
func checkName(name string) error {
	if n := len([]rune(strings.TrimSpace(name))); n == 0 || n > longestName {
		return kernel.Invalid("coverage.bad_name", "max", longestName)
	}
	return nil
}

// Move is an account that goes to somebody else.
type Move struct {
	Trial   kernel.ID `json:"-"             db:"trial_id"`
	Account kernel.ID `json:"account"       db:"account_id"`
	From    kernel.ID `json:"from,omitzero" db:"from_id" doc:"Empty: nobody had it"`
	To      kernel.ID `json:"to"            db:"to_id"`
	Reason  string    `json:"reason"        db:"reason" enum:"hand,left,nobody,shared,crowded,overload"`
	State   string    `json:"state"         db:"state"  enum:"planned,waiting,done,lost,undone"`
}

// Moving is a move as it is listed.
type Moving struct {
	Move
	Code  string         `json:"code"`
	Name  string         `json:"name"`
	Tier  string         `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Hours kernel.Decimal `json:"hours"`
}

// Change is what a trial does to somebody.
type Change struct {
	User     kernel.ID      `json:"user"`
	Name     string         `json:"name"`
	Before   kernel.Decimal `json:"before"   doc:"Hours that his accounts ask for"`
	After    kernel.Decimal `json:"after"`
	Capacity kernel.Decimal `json:"capacity"`
	Had      int            `json:"had"      doc:"Accounts"`
	Has      int            `json:"has"`
	Faults   int            `json:"faults"   doc:"Rules broken at him before"`
	Left     int            `json:"left"     doc:"… after"`
	Gone     bool           `json:"gone"`
	Receives bool           `json:"receives" doc:"He may be given accounts"`
}

// Stuck is what no move helps.
type Stuck struct {
	User   kernel.ID `json:"user,omitzero" doc:"Empty: accounts of nobody"`
	Reason string    `json:"reason" enum:"left,nobody,shared,crowded,overload"`
	Count  int       `json:"count"`
}

// Trying is a trial with what it would do.
type Trying struct {
	Trial
	Moves  []Moving `json:"moves"`
	People []Change `json:"people" doc:"Whose hours or rules change, then all others"`
	Broken int      `json:"broken" doc:"Rules broken now"`
	Left   int      `json:"left"   doc:"Rules broken after it"`
	Over   int      `json:"over"   doc:"People with more hours than they have now"`
	Still  int      `json:"still"  doc:"… after it"`
	Stuck  []Stuck  `json:"stuck"  doc:"What no move helps"`
	Cut    bool     `json:"cut"    doc:"More moves were found than a trial holds"`
}

// Trials are those that the viewer may read, the latest first.
type Trials struct {
	Rows []Trial `json:"rows"`
}

// moving are the moves of a trial by the rows of a book, as far as they still fit:
// an account that is out of sight or belongs to somebody else moves no more.
func (b *book) moving(moves []Move) (all []cover.Move) {
	for _, m := range moves {
		row, to := b.row(m.Account), b.person(m.To)
		if row < 0 || to < 0 || m.State != Planned || m.From != b.ownerOf(row) {
			continue
		}
		all = append(all, cover.Move{Row: row, From: b.Owner[row], To: to, Reason: m.Reason})
	}
	return all
}

func (b *book) ownerOf(row int32) (user kernel.ID) {
	if owner := b.Owner[row]; owner >= 0 {
		user = b.people[owner].user
	}
	return user
}

// listed are moves with what is known of their accounts.
func (b *book) listed(moves []Move) []Moving {
	all := []Moving{}
	for _, m := range moves {
		if row := b.row(m.Account); row >= 0 {
			e := &b.entries[row]
			all = append(all, Moving{m, e.code, e.name, b.Tier[row].String(), kernel.Micro(b.cfg.Hours(b.Tier[row], b.Strategic[row]))})
		}
	}
	return all
}

// tried fills in what moves would do.
func (b *book) tried(t *Trying, moves []Move) {
	after := b.assigned(b.moving(moves))
	t.Moves = b.listed(moves)
	now, then := b.weighed(), after.weighed()
	t.Broken, t.Left, t.Over, t.Still = now.broken, then.broken, now.over, then.over
	same := []Change{}
	for p := range b.people {
		c := b.change(int32(p), now, then)
		switch {
		case c.Before != c.After || c.Had != c.Has:
			t.People = append(t.People, c)
		case c.Has > 0 || c.Receives:
			same = append(same, c)
		}
	}
	t.People = append(t.People, same...)
	if t.People == nil {
		t.People = []Change{}
	}
}

// weight is what everybody has to do, and which rules are broken.
type weight struct {
	loads  []cover.Load
	faults []int
	broken int
	over   int
}

func (b *book) weighed() weight {
	w := weight{loads: b.cfg.Loads(&b.Accounts, len(b.people)), faults: make([]int, len(b.people))}
	for _, v := range b.cfg.Violations(&b.Accounts, b.staff, w.loads) {
		if w.broken++; v.Person >= 0 {
			w.faults[v.Person]++
		}
	}
	for p, l := range w.loads {
		if !b.staff[p].Gone && l.Hours > b.staff[p].Capacity {
			w.over++
		}
	}
	return w
}

func (b *book) change(p int32, now, then weight) Change {
	who := &b.staff[p]
	return Change{User: b.people[p].user, Name: b.people[p].name, Capacity: kernel.Micro(who.Capacity),
		Before: kernel.Micro(now.loads[p].Hours), After: kernel.Micro(then.loads[p].Hours),
		Had: now.loads[p].Total(), Has: then.loads[p].Total(), Faults: now.faults[p], Left: then.faults[p],
		Gone: who.Gone, Receives: b.people[p].covers && !who.Gone}
}

// suggested are the moves that the method finds, at most as many as a trial holds.
func (b *book) suggested(trial kernel.ID) (moves []Move, stuck []Stuck, cut bool) {
	found, left := b.cfg.Suggest(&b.Accounts, b.staff)
	cut = len(found) > mostMoves
	for _, m := range found[:min(len(found), mostMoves)] {
		moves = append(moves, Move{trial, b.entries[m.Row].id, b.ownerOf(m.Row), b.people[m.To].user, m.Reason, Planned})
	}
	stuck = []Stuck{}
	for _, s := range left {
		one := Stuck{Reason: s.Reason, Count: s.Count}
		if s.Person >= 0 {
			one.User = b.people[s.Person].user
		}
		stuck = append(stuck, one)
	}
	return moves, stuck, cut
}
