// Package opportunity decides what a deal is, at which step it stands, what has to
// be done before the next one, and how it ended (method M72).
package opportunity

import (
	"strings"

	"erba/kernel"
)

// The states of a deal.
const (
	Going   = "open"    // somebody works on it
	Nurture = "nurture" // not now: it is looked at again on a day
	Won     = "won"
	Lost    = "lost"
)

// What its leader says of an open deal, for the forecast.
const (
	Commit   = "commit"
	Best     = "best"
	Pipeline = "pipeline"
	Omitted  = "omitted"
)

// How the customer buys.
const (
	Tender  = "tender"
	Project = "project"
	Single  = "single"
)

// Deal is one opportunity. Amounts are in minor units.
type Deal struct {
	ID            kernel.ID   `json:"id"                 db:"id"`
	Row           kernel.ID   `json:"row"                db:"row_id"            row:"account" doc:"Who sees it sees the deal: the account, or of a deal without one the deal"`
	Account       kernel.ID   `json:"account,omitzero"   db:"account_id"`
	Code          string      `json:"code"               db:"code"`
	Name          string      `json:"name"               db:"name"`
	Owner         kernel.ID   `json:"owner,omitzero"     db:"owner_id"          doc:"The user who leads it, if he is one"`
	OwnerName     string      `json:"owner_name"         db:"owner_name"`
	Source        string      `json:"source"             db:"source"            doc:"How it was found (M54)"`
	Process       string      `json:"process"            db:"process"`
	Stage         string      `json:"stage"              db:"stage"             doc:"Of a deal that has ended: the last one it was at"`
	State         string      `json:"state"              db:"state"             enum:"open,nurture,won,lost"`
	Opened        kernel.Date `json:"opened"             db:"opened_on"`
	Unopened      bool        `json:"unopened,omitzero"  db:"unopened"          doc:"Nobody has said when it began; the day is that of its end, or of the file"`
	Entered       kernel.Date `json:"entered"            db:"entered_on"        doc:"Since when it has been at its step"`
	Expected      kernel.Date `json:"expected,omitzero"  db:"expected_on"       doc:"When the order is expected"`
	FirstExpected kernel.Date `json:"first_expected,omitzero" db:"first_expected_on" doc:"The day that was said at first"`
	Closed        kernel.Date `json:"closed,omitzero"    db:"closed_on"`
	Wake          kernel.Date `json:"wake,omitzero"      db:"wake_on"           doc:"When a deal that is put aside is looked at again"`
	Slips         int         `json:"slips"              db:"slips"             doc:"How often the expected day was put off"`
	Amount        *int64      `json:"amount_minor"       db:"amount_minor"      doc:"In the base currency; null: nobody knows"`
	Currency      string      `json:"currency"           db:"currency"          doc:"In which it is offered; empty: the base currency"`
	Original      *int64      `json:"original_minor"     db:"original_minor"    doc:"In that currency"`
	Category      string      `json:"category"           db:"category"          enum:"commit,best,pipeline,omitted"`
	Reason        string      `json:"reason"             db:"reason"            doc:"Why it was won or lost: a key of Reasons"`
	Outcome       string      `json:"outcome"            db:"outcome"           doc:"In words"`
	Lesson        string      `json:"lesson"             db:"lesson"`
	Winner        kernel.ID   `json:"winner,omitzero"    db:"winner_id"         doc:"The competitor who got it"`
	Purchase      string      `json:"purchase"           db:"purchase"          enum:",tender,project,single"`
	Product       string      `json:"product"            db:"product"           doc:"The main one"`
	NextStep      string      `json:"next_step"          db:"next_step"`
	NextOn        kernel.Date `json:"next_on,omitzero"   db:"next_on"`
	Contact       kernel.ID   `json:"contact,omitzero"   db:"contact_id"        doc:"Whom we mainly speak to"`
	Batch         kernel.ID   `json:"-"                  db:"batch_id"          doc:"The file that brought it"`
	Author        kernel.ID   `json:"author,omitzero"    db:"author_id"`
	Made          kernel.Date `json:"made"               db:"made_on"`
	Version       int64       `json:"version"            db:"version"`
	Percent       int         `json:"percent"            db:"-"                 doc:"How likely a contract is, by its step"`
}

// Revision is the version that a change must name.
func (d Deal) Revision() int64 { return d.Version }

// Live reports whether somebody still may win it.
func (d Deal) Live() bool { return d.State == Going || d.State == Nurture }

// The text keys of what is said of a deal.
func (d Deal) stateKey() string    { return "opportunity.state_" + d.State }
func (d Deal) reasonKey() string   { return "opportunity.reason_" + d.Reason }
func (d Deal) categoryKey() string { return "opportunity.category_" + d.Category }

const (
	longestCode = 40
	longestName = 120
	longestText = 1000
	mostMinor   = 10_000_000_000_000    // a hundred billion, in minor units: hundreds of thousands of deals still have a sum
	mostForeign = 1_000_000_000_000_000 // of a currency of small units
	ahead       = 3660                  // days for which one expects an order at most
)

// Days of deals lie between these: what is beyond is a slip of the pen.
var firstDay, lastDay = kernel.On(1950, 1, 1), kernel.On(2199, 12, 31)

func sane(day kernel.Date) bool {
	return day.IsZero() || day.Compare(firstDay) >= 0 && day.Compare(lastDay) <= 0
}

// tidy takes off what surrounds its texts, and fills in what nobody said.
func (d *Deal) tidy() {
	for _, text := range []*string{&d.Code, &d.Name, &d.OwnerName, &d.Product, &d.NextStep, &d.Outcome, &d.Lesson} {
		*text = strings.TrimSpace(*text)
	}
	if d.Category == "" {
		d.Category = Pipeline
	}
}

// Check reports the first rule that a deal breaks.
func (d Deal) Check() error {
	switch {
	case d.Code == "" || over(d.Code, longestCode):
		return kernel.Invalid("opportunity.bad_code", "max", longestCode).In("code")
	case d.Name == "" || over(d.Name, longestName):
		return kernel.Invalid("opportunity.bad_name", "max", longestName).In("name")
	case d.Opened.IsZero() || !sane(d.Opened):
		return kernel.Invalid("opportunity.bad_opened").In("opened")
	case !d.Expected.IsZero() && (d.Expected.Days(d.Opened) > ahead || d.Opened.Days(d.Expected) > ahead):
		return kernel.Invalid("opportunity.bad_expected").In("expected")
	case d.Amount != nil && (*d.Amount < 0 || *d.Amount > mostMinor), d.Original != nil && (*d.Original < 0 || *d.Original > mostForeign):
		return kernel.Invalid("opportunity.bad_amount").In("amount_minor")
	case over(d.NextStep, longestName) || over(d.Product, longestName) || over(d.OwnerName, longestName):
		return kernel.Invalid("opportunity.too_long", "max", longestName)
	case over(d.Outcome, longestText) || over(d.Lesson, longestText):
		return kernel.Invalid("opportunity.too_long", "max", longestText)
	}
	return d.checkWords()
}

// checkWords refuses a word that is none of those we know.
func (d Deal) checkWords() error {
	switch {
	case !among(d.State, Going, Nurture, Won, Lost):
		return kernel.Invalid("opportunity.bad_state").In("state")
	case !among(d.Category, Commit, Best, Pipeline, Omitted):
		return kernel.Invalid("opportunity.bad_category").In("category")
	case !among(d.Purchase, "", Tender, Project, Single):
		return kernel.Invalid("opportunity.bad_purchase").In("purchase")
	case !sane(d.NextOn):
		return kernel.Invalid("opportunity.bad_next").In("next_on")
	case d.Live() != d.Closed.IsZero() || !sane(d.Closed):
		return kernel.Invalid("opportunity.bad_closed").In("closed")
	}
	return nil
}

func over(text string, longest int) bool { return len([]rune(text)) > longest }

func among(word string, words ...string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

// Opened says that a deal has begun.
type Opened struct{ Deal Deal }

// Moved says that a deal is at another step than before, or is worked on again.
type Moved struct {
	Deal Deal
	From string
}

// Closed says that a deal was won or lost.
type Closed struct{ Deal Deal }
