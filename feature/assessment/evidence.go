package assessment

import (
	"erba/analysis/credit"
	"erba/analysis/null"
	"erba/analysis/qualification"
	"erba/analysis/why"
	"erba/kernel"
)

// Kinds of evidence, and the question that each speaks to.
const (
	Earning  = "earning"
	Paying   = "paying"
	Credit   = "credit"
	Bidding  = "bidding"
	Hours    = "hours"
	Wallet   = "wallet"
	Customer = "customer"
	Goods    = "goods"
	Versus   = "rival"
)

// Proof is one thing that the program knows, beside what somebody has said.
type Proof struct {
	Kind     string       `json:"kind"     enum:"earning,paying,credit,bidding,hours,wallet,customer,goods,rival"`
	Question string       `json:"question" doc:"That it speaks to"`
	State    string       `json:"state"    enum:"known,unknown,hidden,few" doc:"unknown: nobody has told us; hidden: the viewer may not read it; few: too few cases to say"`
	Name     string       `json:"name,omitempty" doc:"Of a rival or a person"`
	From     string       `json:"from,omitempty" doc:"Text key of where it comes from"`
	Unit     why.Unit     `json:"unit"`
	Value    null.Number  `json:"value"`
	Light    credit.Light `json:"light,omitempty" enum:"ok,ask,blocked" doc:"Of credit: what everybody sees"`
	Parts    []why.Figure `json:"parts"    doc:"What it was reckoned from"`
	Won      int          `json:"won,omitempty"`
	Of       int          `json:"of,omitempty" doc:"Closed deals"`
	Low      null.Number  `json:"low"      doc:"Ends of the 80 % interval"`
	High     null.Number  `json:"high"`
	Rating   *int         `json:"rating"   doc:"The answer that it reads as"`
	Human    *int         `json:"human"    doc:"What somebody has answered; null: nothing, or unknown"`
	Unknown  bool         `json:"unknown"  doc:"Somebody has answered that it is not known"`
	Gap      *int         `json:"gap"      doc:"Answer less reading"`
	Warns    bool         `json:"warns"    doc:"The gap is so large that somebody should look again"`
}

// The states of a proof.
const (
	isKnown   = "known"
	isUnknown = "unknown"
	isHidden  = "hidden"
	isFew     = "few"
)

// Evidence is what data says to a deal. It never changes a score.
type Evidence struct {
	Deal     kernel.ID            `json:"deal"`
	Currency string               `json:"currency"`
	Scope    string               `json:"scope"  enum:"all,own" doc:"own: of the deals that the viewer sees"`
	Rows     []Proof              `json:"rows"`
	Instead  []qualification.Step `json:"instead" doc:"What the steps would be if every answer were what the data reads as, of what is shown here"`
	Verdict  string               `json:"verdict" doc:"… and the verdict; empty: nobody has judged it"`
	Same     bool                 `json:"same"    doc:"That is what the sheet says"`
	Bid      Bid                  `json:"bid"`
	May      bool                 `json:"may"     doc:"The viewer may say what bidding takes"`
}

// Bid is what it takes to bid.
type Bid struct {
	Deal    kernel.ID `json:"-"           db:"deal_id"`
	Spend   *int64    `json:"spend_minor" db:"spend"   doc:"Money, base currency; null: nobody knows"`
	ByID    kernel.ID `json:"-"           db:"by_id"`
	Version int64     `json:"version"     db:"version"`
	People  []Needed  `json:"people"      db:"-"`
}

// Revision is the version that a change must name.
func (b Bid) Revision() int64 { return b.Version }

// Needed is how many hours of somebody it takes.
type Needed struct {
	Deal  kernel.ID      `json:"-"     db:"deal_id"`
	User  kernel.ID      `json:"user"  db:"user_id"`
	Name  string         `json:"name,omitempty" db:"name"`
	Hours kernel.Decimal `json:"hours" db:"hours"`
}

const (
	mostSpend  = 1_000_000_000_000
	mostPeople = 20
	mostHours  = 5000
)

// Check reports the first rule that a bid breaks.
func (b Bid) Check() error {
	if b.Spend != nil && (*b.Spend < 0 || *b.Spend > mostSpend) {
		return kernel.Invalid("assessment.bad_spend").In("spend_minor")
	}
	if len(b.People) > mostPeople {
		return kernel.Invalid("assessment.too_many", "max", mostPeople).In("people")
	}
	seen := map[kernel.ID]bool{}
	for _, p := range b.People {
		if h := p.Hours.Float(); seen[p.User] || h <= 0 || h > mostHours {
			return kernel.Invalid("assessment.bad_hours", "max", mostHours).In("people")
		}
		seen[p.User] = true
	}
	return nil
}

// proof is one that is known, as what it reads.
func proof(kind, question string, unit why.Unit, value null.Number, cuts qualification.Cuts) Proof {
	p := Proof{Kind: kind, Question: question, State: isUnknown, Unit: unit, Value: value, Low: null.None, High: null.None, Parts: []why.Figure{}}
	if rating, known := cuts.Rate(value); known {
		p.State, p.Rating = isKnown, &rating
	}
	return p
}

// beside puts what somebody has answered next to what a proof reads as.
func (p *Proof) beside(given qualification.Answers, warnsFrom int) {
	a, answered := given[p.Question]
	if !answered {
		return
	}
	if p.Unknown = a.Unknown; a.Unknown {
		return
	}
	p.Human = &a.Rating
	if p.Rating != nil {
		gap := a.Rating - *p.Rating
		p.Gap, p.Warns = &gap, max(gap, -gap) >= warnsFrom
	}
}

// read are the proofs that read as an answer.
func read(all []Proof) (readings []qualification.Reading) {
	for _, p := range all {
		if p.Rating != nil {
			readings = append(readings, qualification.Reading{Question: p.Question, Rating: *p.Rating})
		}
	}
	return readings
}
