package collection

import (
	"slices"

	"erba/analysis/dunning"
	"erba/kernel"
)

// By which way a customer was asked.
const (
	ByMail  = "mail"
	ByPhone = "phone"
	ByPost  = "post" // printed
	ByHand  = "visit"
)

// What became of a letter.
const (
	Queued = "queued" // on its way to the mail server
	Sent   = "sent"
	Failed = "failed" // the mail server did not take it
	Done   = "done"   // a call, a printed letter: nothing is left to do
)

// Dunning is one time of asking for money.
type Dunning struct {
	ID       kernel.ID   `json:"id"            db:"id"`
	Account  kernel.ID   `json:"account"       db:"account_id" row:"account"`
	Number   string      `json:"number"        db:"number"   doc:"Of the invoice that is latest"`
	Does     string      `json:"does"          db:"does"     enum:"remind,call,letter,stop,legal"`
	Channel  string      `json:"channel"       db:"channel"  enum:"mail,phone,post,visit"`
	Language string      `json:"language"      db:"language" enum:"zh-CN,en"`
	To       string      `json:"to"            db:"recipient" doc:"An address, or whom somebody spoke to"`
	Title    string      `json:"title"         db:"title"`
	Body     string      `json:"body"          db:"body"`
	Says     string      `json:"says"          db:"says"     doc:"What came of it"`
	State    string      `json:"state"         db:"state"    enum:"queued,sent,failed,done"`
	Fault    string      `json:"fault"         db:"fault"    doc:"Why it was not delivered"`
	Tries    int64       `json:"tries"         db:"tries"`
	Amount   int64       `json:"amount"        db:"amount"   doc:"What was asked for"`
	By       kernel.ID   `json:"by,omitzero"   db:"by_id"`
	Made     kernel.Date `json:"made"          db:"made_on"`
	SentAt   *int64      `json:"sent,omitempty" db:"sent_at" doc:"Microseconds since 1970, UTC"`
	Version  int64       `json:"version"       db:"version"`
}

// Check reports the first rule that a dunning breaks.
func (d *Dunning) Check() error {
	tidy(&d.To, &d.Title, &d.Body, &d.Says, &d.Number)
	switch {
	case !slices.Contains([]string{ByMail, ByPhone, ByPost, ByHand}, d.Channel):
		return kernel.Invalid("collection.bad_channel").In("channel")
	case d.Language != "zh-CN" && d.Language != "en":
		return kernel.Invalid("collection.bad_language").In("language")
	case over(d.To, 200) || over(d.Title, 200) || over(d.Body, 20_000) || over(d.Says, longestText):
		return kernel.Invalid("collection.bad_text", "min", 0, "max", longestText).In("says")
	case d.Channel == ByMail && !address(d.To):
		return kernel.Invalid("collection.bad_address").In("to")
	case (d.Channel == ByMail || d.Channel == ByPost) && (d.Title == "" || d.Body == ""):
		return kernel.Invalid("collection.bad_letter").In("body")
	}
	return nil
}

// Debt is an open claim of an account.
type Debt struct {
	Number   string      `json:"number"`
	On       kernel.Date `json:"on"`
	Due      kernel.Date `json:"due,omitzero"`
	Left     int64       `json:"left"`
	Days     int         `json:"days"     doc:"After its due date"`
	Late     bool        `json:"late"     doc:"Grace considered"`
	Disputed int64       `json:"disputed" doc:"Of what is left"`
	Contract string      `json:"contract,omitzero"`
}

// asked is what is asked for of a debt.
func (d Debt) asked(c dunning.Config) int64 {
	if c.Disputed {
		return d.Left
	}
	return max(0, d.Left-d.Disputed)
}

// Course is how far asking for the latest claim of an account is.
type Course struct {
	Number  string      `json:"number"         doc:"Of the latest claim that is asked for; empty: there is none"`
	Days    int         `json:"days"           doc:"That it is late"`
	Asked   int64       `json:"asked"          doc:"All that is late and asked for"`
	Reached int         `json:"reached"        doc:"Place of the step that its days have reached; -1: none"`
	Steps   []Point     `json:"steps"`
	Next    kernel.Date `json:"next,omitzero"  doc:"On which the next step is reached"`
}

// Point is a step on the way of a claim.
type Point struct {
	Does string      `json:"does" enum:"remind,call,letter,stop,legal"`
	Days int         `json:"days"`
	On   kernel.Date `json:"on"            doc:"On which the claim reaches it"`
	Done kernel.Date `json:"done,omitzero" doc:"On which it was done"`
}

// course is how far asking for debts is: that of the debt which is furthest.
func course(ways Ways, debts []Debt, log []Dunning, stops []Stop) Course {
	w := Course{Reached: -1, Steps: []Point{}}
	furthest := -1
	var d Debt
	for _, one := range debts { // the latest first
		if one.asked(ways.usual) == 0 || one.Due.IsZero() {
			continue
		}
		if one.Late {
			w.Asked += one.asked(ways.usual)
		}
		if far := ways.far(one); far > furthest {
			furthest, d = far, one
		}
	}
	if furthest < 0 {
		return w
	}
	c := ways.of(d.Contract)
	w.Number, w.Days, w.Reached = d.Number, d.Days, c.Reached(d.Days)
	for i, s := range c.Steps {
		p := Point{Does: s.Does, Days: s.Days, On: d.Due.Add(s.Days), Done: done(s.Does, d.Number, log, stops)}
		if w.Steps = append(w.Steps, p); i == w.Reached+1 {
			w.Next = p.On
		}
	}
	return w
}

// done is the first day on which a step was done for an invoice.
func done(does, number string, log []Dunning, stops []Stop) (on kernel.Date) {
	for _, one := range log {
		if one.Does == does && one.Number == number && one.State != Failed && (on.IsZero() || one.Made.Compare(on) < 0) {
			on = one.Made
		}
	}
	for _, s := range stops {
		if held := s.Number == number || s.Number == "" && s.Lifted.IsZero(); does == dunning.Stop && held && (on.IsZero() || s.Since.Compare(on) < 0) {
			on = s.Since
		}
	}
	return on
}
