package pool

import "erba/kernel"

// How an account came into the pool.
const (
	Recycled = "recycled" // by the rules
	Returned = "returned" // its owner has given it back
	Stray    = "stray"    // it belonged to nobody
)

// How it left.
const (
	taken    = "taken"
	assigned = "assigned"
	undone   = "undone" // the run that had put it there was taken back
	left     = "left"   // it got an owner in another way
)

// Stay is a time that an account lay in the pool.
type Stay struct {
	ID       kernel.ID   `db:"id"`
	Account  kernel.ID   `db:"account_id"`
	SortKey  string      `db:"sort_key"`
	Region   string      `db:"region"`
	Industry string      `db:"industry"`
	Way      string      `db:"way"`
	Note     string      `db:"note"`
	By       kernel.ID   `db:"by_id"`
	Was      kernel.ID   `db:"was_id"`
	Members  string      `db:"members"` // JSON of who worked on it beside the owner
	Run      kernel.ID   `db:"run_id"`
	Since    kernel.Date `db:"since_on"`
	Until    kernel.Date `db:"until_on"`
	Ended    string      `db:"ended"`
	To       kernel.ID   `db:"to_id"`
	Reserved kernel.ID   `db:"reserved_id"`
	From     kernel.Date `db:"reserved_on"`
}

// free is the day from which somebody may take it; empty: at once.
func (s Stay) free(user kernel.ID, r Rules, today kernel.Date) kernel.Date {
	on := s.Since.Add(int(r.Cooling))
	if s.Was != user || on.Compare(today) <= 0 {
		return kernel.Date{}
	}
	return on
}

// Pooled is an account in the pool as whoever may take it sees it: what it is, and
// nobody whom we know there, nothing of what it brings.
type Pooled struct {
	ID       kernel.ID   `json:"id"       doc:"The account"`
	Name     string      `json:"name"`
	Region   string      `json:"region"`
	City     string      `json:"city"`
	Industry string      `json:"industry"`
	Way      string      `json:"way"      enum:"recycled,returned,stray"`
	Since    kernel.Date `json:"since"`
	Order    string      `json:"order,omitempty" may:"revenue:read" enum:"never,month,quarter,half,year,older" doc:"How long ago it last bought, roughly"`
	Was      kernel.ID   `json:"was,omitzero"  may:"pool:assign" doc:"Who had it before"`
	Note     string      `json:"note,omitempty" may:"pool:assign" doc:"Why it was given back"`
	Mine     bool        `json:"mine"     doc:"The viewer may take it now"`
	Free     kernel.Date `json:"free,omitzero"  doc:"From when on the viewer may: he had it before"`
	Reserved kernel.Date `json:"reserved,omitzero" doc:"It goes to somebody on that day"`
	Claimed  bool        `json:"claimed"  doc:"Somebody has registered the company"`
}

// wayKey is the text key of how it came here.
func (s Stay) wayKey() string { return "pool.way_" + s.Way }

// How long ago somebody last bought.
const (
	never   = "never"
	month   = "month"
	quarter = "quarter"
	half    = "half"
	year    = "year"
	older   = "older"
)

// bucket is roughly how long ago a day is.
func bucket(on, today kernel.Date) string {
	if on.IsZero() {
		return never
	}
	switch days := today.Days(on); {
	case days <= 30:
		return month
	case days <= 91:
		return quarter
	case days <= 182:
		return half
	case days <= 365:
		return year
	}
	return older
}

// Page is a piece of the pool.
type Page struct {
	Rows []Pooled  `json:"rows"`
	Next kernel.ID `json:"next,omitzero"`
}

// Standing is how somebody stands with the pool.
type Standing struct {
	Rules  Rules `json:"rules"`
	Count  int64 `json:"count"  doc:"Accounts in the pool; 1000 means as many or more"`
	Held   int64 `json:"held"   doc:"Accounts out of the pool that the viewer holds"`
	Today  int64 `json:"today"  doc:"Accounts that he has taken today"`
	Soon   int64 `json:"soon"   doc:"Accounts of his own that are about to fall back"`
	Places Place `json:"places"`
}

// Place are the regions and industries of what lies in the pool.
type Place struct {
	Regions    []string `json:"regions"`
	Industries []string `json:"industries"`
}

// Warned is an account that is about to fall into the pool.
type Warned struct {
	Fall
	Code  string    `json:"code"  db:"code"`
	Name  string    `json:"name"  db:"name"`
	Owner kernel.ID `json:"owner,omitzero" db:"owner_id"`
}

// Warnings is a page of them, the earliest first.
type Warnings struct {
	Rows []Warned    `json:"rows"`
	Next kernel.ID   `json:"next,omitzero"`
	AsOf kernel.Date `json:"as_of" doc:"The day up to which contacts are known"`
}

// Trial is what rules would do if they were in force.
type Trial struct {
	AsOf    kernel.Date `json:"as_of"   doc:"The day up to which contacts are known"`
	Looked  int         `json:"looked"  doc:"Accounts that were looked at"`
	Falls   int         `json:"falls"   doc:"Accounts that would fall at once"`
	Soon    int         `json:"soon"    doc:"Accounts whose owners would be warned"`
	Claimed int         `json:"claimed" doc:"Accounts that are kept because they are registered"`
	Strays  int         `json:"strays"  doc:"Accounts of nobody that would be put into the pool"`
	Keys    []Warned    `json:"keys"    doc:"Key accounts that would fall: with any, the rules are not put in force"`
	Rows    []Warned    `json:"rows"    doc:"Some of those that would fall, those without contact for longest first"`
	Classes []Tally     `json:"classes"`
}

// Tally is how many accounts of a class would fall.
type Tally struct {
	Class string `json:"class" enum:"A,B,C,none"`
	Falls int    `json:"falls"`
}

// Run is what one run of the rules has done.
type Run struct {
	ID       kernel.ID   `json:"id"      db:"id"`
	On       kernel.Date `json:"on"      db:"ran_on"`
	Version  int64       `json:"version" db:"version"`
	Fell     int64       `json:"fell"    db:"fell"`
	Warned   int64       `json:"warned"  db:"warned"`
	Kept     int64       `json:"kept"    db:"kept" doc:"Key accounts that would have fallen"`
	Undone   int64       `json:"undone"  db:"undone" doc:"How many were given back when it was taken back"`
	UndoneBy kernel.ID   `json:"-"       db:"undone_by"`
	UndoneAt int64       `json:"undone_at,omitempty" db:"undone_at"`
}
