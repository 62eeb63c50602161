// Package visit decides whom to visit when and with which objectives, and what came
// of it (methods M57, M58 and M59). A visit that took place says what came of it,
// is judged within three working days, and says whether the plan of the account has
// to change. Who of us was where is personal: a diary is its owner's and his line's.
package visit

import (
	"slices"
	"strings"

	rules "erba/analysis/visit"
	"erba/kernel"
)

// The states of a visit, in their order; cancelled ends it from planned and booked.
const (
	IsPlanned   = "planned"
	IsBooked    = "booked"
	IsExecuted  = "executed"
	IsEvaluated = "evaluated"
	IsClosed    = "closed"
	IsCancelled = "cancelled"
)

// The channels of a visit.
const (
	InPerson = "visit"
	ByPhone  = "phone"
	ByVideo  = "video"
)

// Channels are all of them.
var Channels = []string{InPerson, ByPhone, ByVideo}

// Visit is going to see an account, or having been there.
type Visit struct {
	ID      kernel.ID   `json:"id"             db:"id"`
	Account kernel.ID   `json:"account"        db:"account_id" row:"account"`
	Owner   kernel.ID   `json:"owner,omitzero" db:"owner_id" doc:"Who of us leads it"`
	State   string      `json:"state"          db:"state" enum:"planned,booked,executed,evaluated,closed,cancelled"`
	Channel string      `json:"channel"        db:"channel" enum:"visit,phone,video"`
	Day     kernel.Date `json:"day"            db:"day_on"`
	Start   *int64      `json:"start"          db:"start_minute" doc:"Minute of the day in its zone; null: no time is agreed"`
	Length  int64       `json:"length"         db:"minutes"`
	Zone    string      `json:"zone"           db:"zone" doc:"Such as Asia/Shanghai"`
	From    int64       `json:"from"           db:"from_at" doc:"Microseconds since 1970, UTC; 0 without a time"`
	Until   int64       `json:"until"          db:"until_at"`
	Purpose string      `json:"purpose"        db:"purpose"`
	Place   string      `json:"place"          db:"place"`

	Result   string      `json:"result"            db:"result" doc:"What came of it"`
	Voice    string      `json:"voice"             db:"voice" class:"C2" doc:"The customer's own words"`
	VoiceOf  kernel.ID   `json:"voice_of,omitzero" db:"voice_id" doc:"The contact who said so"`
	Topics   string      `json:"topics"            db:"topics" doc:"Of the customer's words: those of price, approval, delivery, service, quality, competitor, with blanks between"`
	Next     string      `json:"next"              db:"next_step" doc:"The next step"`
	NextOn   kernel.Date `json:"next_on"           db:"next_on" doc:"Its day"`
	Executed kernel.Date `json:"executed"          db:"executed_on"`
	JudgeBy  kernel.Date `json:"judge_by"          db:"judge_on" doc:"The last day to evaluate it: three working days after it took place"`
	Promised int64       `json:"promised"          db:"promised" doc:"Promises of the customer that it brought; 0 is flagged"`
	Met      int64       `json:"met"               db:"met" doc:"Objectives that were met"`
	Rating   *int64      `json:"rating"            db:"rating" doc:"1–5; null: not evaluated"`
	Verdict  string      `json:"verdict"           db:"verdict"`
	Replan   *bool       `json:"replan"            db:"replan" doc:"Does the plan of the account have to change? null: not answered"`
	Judged   kernel.Date `json:"judged"            db:"judged_on"`
	Reason   string      `json:"reason"            db:"reason" doc:"Why it was cancelled"`
	By       kernel.ID   `json:"by,omitzero"       db:"made_by"`
	Made     kernel.Date `json:"made"              db:"made_on"`
	Version  int64       `json:"version"           db:"version"`

	Ready     string `json:"-" db:"ready"`
	ReportKey string `json:"-" db:"report_key"`

	Users      []kernel.ID `json:"users"      db:"-" doc:"Who of us goes, the owner among them"`
	People     []kernel.ID `json:"people"     db:"-" doc:"Whom of them we meet"`
	Objectives []Objective `json:"objectives" db:"-"`
}

// Revision is the version that a change must name to replace it.
func (v Visit) Revision() int64 { return v.Version }

// Ahead reports whether a visit has yet to take place.
func (v Visit) Ahead() bool { return v.State == IsPlanned || v.State == IsBooked }

// Held reports whether a visit took place.
func (v Visit) Held() bool {
	return v.State == IsExecuted || v.State == IsEvaluated || v.State == IsClosed
}

// Unpromised reports whether a visit took place and brought no promise of the customer.
func (v Visit) Unpromised() bool { return v.Held() && v.Promised == 0 }

// LateToJudge reports whether a visit should have been evaluated by now.
func (v Visit) LateToJudge(today kernel.Date) bool {
	return v.State == IsExecuted && v.JudgeBy.Compare(today) < 0
}

const (
	shortest   = 2 // characters of a reason, a purpose, a result
	mostUsers  = 20
	mostPeople = 50
	usual      = 60 // minutes
)

// short reports whether a text says nothing.
func short(s string) bool { return len([]rune(strings.TrimSpace(s))) < shortest }

// tidied is a visit without blanks around its texts, with its owner among who goes.
func (v Visit) tidied() Visit {
	for _, text := range []*string{&v.Purpose, &v.Place, &v.Result, &v.Voice, &v.Next, &v.Verdict, &v.Reason} {
		*text = strings.TrimSpace(*text)
	}
	if v.Channel == "" {
		v.Channel = InPerson
	}
	if v.Length == 0 {
		v.Length = usual
	}
	v.Users, v.People = distinct(append([]kernel.ID{v.Owner}, v.Users...)), distinct(v.People)
	return v
}

func distinct(ids []kernel.ID) []kernel.ID {
	found := []kernel.ID{}
	for _, id := range ids {
		if !id.IsZero() && !slices.Contains(found, id) {
			found = append(found, id)
		}
	}
	return found
}

// timed is a visit with the instants of its day and time.
func (v Visit) timed() (Visit, error) {
	v.From, v.Until = 0, 0
	if v.Start == nil {
		_, err := rules.ZoneOf(v.Zone)
		return v, err
	}
	from, until, err := rules.Span{On: v.Day, Minute: int(*v.Start), Length: int(v.Length), Zone: v.Zone}.Instants()
	if err != nil {
		return v, err
	}
	v.From, v.Until = from.UnixMicro(), until.UnixMicro()
	return v, nil
}

// Check reports the first rule that a visit breaks which has yet to take place.
func (v Visit) Check() error {
	switch {
	case v.Owner.IsZero():
		return kernel.Invalid("visit.no_owner").In("owner")
	case v.Day.IsZero():
		return kernel.Invalid("visit.no_day").In("day")
	case short(v.Purpose):
		return kernel.Invalid("visit.no_purpose").In("purpose")
	case !slices.Contains(Channels, v.Channel):
		return kernel.Invalid("visit.bad_channel").In("channel")
	case len(v.Users) > mostUsers || len(v.People) > mostPeople:
		return kernel.Invalid("visit.crowded", "ours", mostUsers, "theirs", mostPeople).In("users")
	}
	return nil
}

// Move is one change of day or time, with its reason.
type Move struct {
	ID      kernel.ID   `json:"id"            db:"id"`
	Visit   kernel.ID   `json:"-"             db:"visit_id"`
	Was     kernel.Date `json:"was"           db:"was_on"`
	WasAt   *int64      `json:"was_at"        db:"was_minute"`
	Becomes kernel.Date `json:"becomes"       db:"becomes_on"`
	Begins  *int64      `json:"becomes_at"    db:"becomes_min"`
	Reason  string      `json:"reason"        db:"reason"`
	By      kernel.ID   `json:"by,omitzero"   db:"by_id"`
	At      int64       `json:"at"            db:"at" doc:"Microseconds since 1970, UTC"`
}

// The events of visits, said in the transaction in which they happen.
type (
	// Planned says that there is a new visit.
	Planned struct{ Visit Visit }
	// Booked says that the customer has agreed.
	Booked struct{ Visit Visit }
	// Moved says that a visit is at another time or place, or that others go.
	Moved struct{ Visit, Before Visit }
	// Cancelled says that a visit does not take place.
	Cancelled struct{ Visit Visit }
	// Executed says that a visit took place.
	Executed struct{ Visit Visit }
)
