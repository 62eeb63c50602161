package visit

import (
	"erba/analysis/null"
	rules "erba/analysis/visit"
	"erba/analysis/why"
	"erba/kernel"
)

// Said is a sentence by its text key and what fills its gaps. A Word among them is
// a text key of its own.
type Said struct {
	Key  string         `json:"key"`
	Args map[string]any `json:"args,omitempty"`
}

// Word is the text of a key within a sentence.
type Word struct {
	Word string `json:"word"`
}

// Person is somebody at a visit, of us or of them.
type Person struct {
	ID    kernel.ID `json:"id"`
	Name  string    `json:"name"`
	Title string    `json:"title,omitempty"`
}

// Appointment is a visit as a diary shows it.
type Appointment struct {
	Visit
	Code       string `json:"code"`
	Name       string `json:"name"`
	City       string `json:"city"`
	Tier       string `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS" doc:"In force"`
	Done       int    `json:"done"      doc:"Items of the preparation, of eight"`
	Confirmed  int    `json:"confirmed" doc:"Objectives"`
	LateJudge  bool   `json:"late_to_judge" doc:"It should have been evaluated by now"`
	Past       bool   `json:"past"      doc:"Its day is over, and nobody has said what came of it"`
	Unpromised bool   `json:"unpromised" doc:"It took place without a promise of the customer"`
}

// Diary is the visits of somebody between two days.
type Diary struct {
	From   kernel.Date   `json:"from"`
	Until  kernel.Date   `json:"until" doc:"The last day"`
	Today  kernel.Date   `json:"today"`
	Zone   string        `json:"zone"`
	Now    int           `json:"now"   doc:"Minute of today in that zone"`
	User   kernel.ID     `json:"user,omitzero" doc:"Whose; empty: of an account, or of the line"`
	Rows   []Appointment `json:"rows"`
	People []Person      `json:"people" doc:"Names of everybody in the rows"`
	Counts Counts        `json:"counts"`
	More   bool          `json:"more" doc:"There are more than are shown"`
	Team   []Member      `json:"team" doc:"Everybody of the line, also who has no visit; empty: the diary is of one"`
}

// Member is somebody whose week his manager looks at.
type Member struct {
	ID      kernel.ID `json:"id"`
	Name    string    `json:"name"`
	Covered int       `json:"covered" doc:"Accounts that he visits in these days, or has visited"`
	Pending int       `json:"pending" doc:"His accounts that are past due or due this week, and nobody goes there by the last of these days"`
}

// Counts are how many visits of a diary are how far.
type Counts struct {
	Planned  int `json:"planned"  doc:"All but those that were cancelled"`
	Held     int `json:"held"     doc:"Took place"`
	Waiting  int `json:"waiting"  doc:"Wait to be evaluated"`
	Promised int `json:"promised" doc:"Brought a promise of the customer"`
}

// Prepared is how ready somebody is (method M59).
type Prepared struct {
	Items      []Readied   `json:"items"`
	Done       int         `json:"done"`
	Readiness  null.Number `json:"readiness"`
	Background null.Number `json:"background" doc:"How complete the customer file is (M55)"`
}

// Readied is an item of the preparation.
type Readied struct {
	Item rules.Item `json:"item" enum:"appointment,cards,notebook,addresses,materials,quotation,background,objectives"`
	Done bool       `json:"done"`
	Auto bool       `json:"auto" doc:"Worked out, not ticked"`
}

// Sheet is a visit with everything around it.
type Sheet struct {
	Visit
	Code     string      `json:"code"`
	Name     string      `json:"name"`
	City     string      `json:"city"`
	Tier     string      `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Theirs   []Person    `json:"theirs" doc:"Of people, with names and titles"`
	Ours     []Person    `json:"ours"`
	Prepared Prepared    `json:"prepared"`
	Moves    []Move      `json:"moves"`
	PlanEnd  kernel.Date `json:"plan_end" doc:"No objective ends after it; empty: no plan is open"`
	Late     bool        `json:"late_to_judge"`
	Bare     bool        `json:"unpromised" doc:"It took place without a promise of the customer"`
	Today    kernel.Date `json:"today"`
}

// Stake is what is lost if nobody goes, or could be won.
type Stake struct {
	Amount int64  `json:"amount" doc:"Minor units of the base currency"`
	Of     string `json:"of"     doc:"Text key: what it is"`
}

// Coming is the next visit that is planned.
type Coming struct {
	Visit kernel.ID   `json:"visit"`
	Day   kernel.Date `json:"day"`
	Start *int64      `json:"start"`
	State string      `json:"state" enum:"planned,booked"`
}

// Due is an account that is to be visited.
type Due struct {
	Account kernel.ID     `json:"account" row:"account"`
	Code    string        `json:"code"`
	Name    string        `json:"name"`
	City    string        `json:"city"`
	Region  string        `json:"region"`
	Owner   kernel.ID     `json:"owner,omitzero"`
	Tier    string        `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS" doc:"In force"`
	Cadence rules.Cadence `json:"cadence"`
	Last    kernel.Date   `json:"last"   doc:"Empty: nobody has been there"`
	Due     kernel.Date   `json:"due"`
	Late    int           `json:"late"   doc:"Days past due; below zero: days left"`
	Stake   *Stake        `json:"stake,omitempty" may:"revenue:read"`
	Why     []Said        `json:"why"`
	Next    *Coming       `json:"next"   doc:"null: nothing is planned"`
}

// Dues are those past due, and those due by the end of the week, the greatest stake first.
type Dues struct {
	Today     kernel.Date `json:"today"`
	Sunday    kernel.Date `json:"sunday"`
	Late      []Due       `json:"late"`
	LateCount int         `json:"late_count"`
	Week      []Due       `json:"week"`
	WeekCount int         `json:"week_count"`
	Kept      int         `json:"kept"  doc:"Accounts with a cadence that are not due"`
	Calls     int         `json:"calls" doc:"Accounts that are due for a call"`
}

// Suggestion is a visit that could be planned this week.
type Suggestion struct {
	Due
	Day    kernel.Date `json:"day"`
	Start  int64       `json:"start"`
	Length int64       `json:"length"`
	For    []Said      `json:"for" doc:"Why then"`
}

// Suggestions are those of a week.
type Suggestions struct {
	From kernel.Date  `json:"from"`
	Rows []Suggestion `json:"rows"`
}

// Hours say which half days go best.
type Hours struct {
	From  kernel.Date  `json:"from"`
	Until kernel.Date  `json:"until"`
	Scope string       `json:"scope" enum:"all,own" doc:"own: of the accounts that the viewer sees"`
	Least int          `json:"least" doc:"Visits from which on a half day has a share"`
	Slots []rules.Slot `json:"slots"`
	Best  *rules.Slot  `json:"best"  doc:"null: too few visits"`
}

// Figures are what came of the visits of a stretch of days, for the head line and
// the monthly review.
type Figures struct {
	From       kernel.Date `json:"from"`
	Until      kernel.Date `json:"until"`
	User       kernel.ID   `json:"user,omitzero"`
	Scope      string      `json:"scope" enum:"all,own"`
	Planned    int64       `json:"planned"    doc:"All that were planned for these days"`
	Executed   int64       `json:"executed"`
	Cancelled  int64       `json:"cancelled"`
	Waiting    int64       `json:"waiting"    doc:"Wait to be evaluated"`
	Evaluated  int64       `json:"evaluated"`
	Useful     int64       `json:"useful"     doc:"Met an objective"`
	Promised   int64       `json:"promised"   doc:"Brought a promise of the customer"`
	Objectives int64       `json:"objectives" doc:"Of those that took place"`
	Met        int64       `json:"met"        doc:"Of them, met in full"`
	Execution  null.Number `json:"execution"  doc:"Executed of planned"`
	Attained   null.Number `json:"attained"   doc:"Objectives met of all"`
	Committed  null.Number `json:"committed"  doc:"Executed visits with a promise of the customer"`
	Rating     null.Number `json:"rating"     doc:"Mean, 1–5"`
}

// History is the visits of an account, and how often it is to be visited.
type History struct {
	Rows    []Appointment   `json:"rows" doc:"The latest first"`
	People  []Person        `json:"people"`
	More    bool            `json:"more"`
	Cadence rules.Cadence   `json:"cadence"`
	Last    kernel.Date     `json:"last"`
	Due     kernel.Date     `json:"due"`
	Why     why.Explanation `json:"why"`
	Next    *Coming         `json:"next"`
	Today   kernel.Date     `json:"today"`
}

// Rules are what the forms of visits have to know.
type Rules struct {
	Zone     string      `json:"zone"`
	Today    kernel.Date `json:"today"`
	Verbs    []string    `json:"verbs"    doc:"One of them says what is to be done"`
	Shortest int         `json:"shortest" doc:"Characters of an objective"`
	Hard     int         `json:"hard"     doc:"Per cent; below it is too hard"`
	Easy     int         `json:"easy"     doc:"Per cent; above it is too easy"`
	Most     float64     `json:"most"     doc:"No attainment counts for more"`
	Judge    int         `json:"judge"    doc:"Working days until a visit is evaluated"`
	Follow   int         `json:"follow"   doc:"Working days until the next step"`
	PlanEnd  kernel.Date `json:"plan_end"`
	Leads    bool        `json:"leads"    doc:"Somebody reports to the viewer: he reads the weeks of a team"`
	Topics   []string    `json:"topics"   doc:"Of what a customer says: text keys behind visit.topic_"`
}

// Topics are what a customer's words can be about.
var Topics = []string{"price", "approval", "delivery", "service", "quality", "technology", "competitor", "payment"}
