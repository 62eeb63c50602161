// Package campaign decides whether the right people are met, the right things said and done, and what was learned.
package campaign

import (
	"strings"

	"erba/analysis/buying"
	"erba/analysis/campaign"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Sheet is how far the work on a deal has come, and what was found out.
type Sheet struct {
	Deal        kernel.ID   `json:"-"           db:"opportunity_id"`
	Phase       string      `json:"phase"       db:"phase" enum:"thinking,acting,reviewing,closed"`
	Entered     kernel.Date `json:"entered,omitzero" db:"entered_on"`
	Situation   string      `json:"situation"   db:"situation"   doc:"How it is done today"`
	Problem     string      `json:"problem"     db:"problem"     doc:"What troubles them"`
	Implication string      `json:"implication" db:"implication" doc:"What follows if nothing is done"`
	Payoff      string      `json:"payoff"      db:"payoff"      doc:"What solving it is worth to them"`
	Confirmed   string      `json:"confirmed"   db:"confirmed"   doc:"Who of them has confirmed the need, and how; empty: nobody"`
	Solution    string      `json:"solution"    db:"solution"    doc:"What of ours answers what of it"`
	Benefit     *int64      `json:"benefit_minor"  db:"benefit_minor"  doc:"What they gain a year; null: not known"`
	Running     *int64      `json:"running_minor"  db:"running_minor"  doc:"What it takes them a year"`
	Invested    *int64      `json:"invested_minor" db:"invested_minor" doc:"What they put in once"`
	Attitudes   string      `json:"attitudes"   db:"attitudes"   doc:"A digit for each of the list, 0: not marked"`
	ByID        kernel.ID   `json:"-"           db:"by_id"`
	By          string      `json:"by"          db:"by_name"`
	On          kernel.Date `json:"on,omitzero" db:"said_on"`
	Version     int64       `json:"version"     db:"version" doc:"0: nobody has said anything"`
}

// Revision is the version that a change must name.
func (s Sheet) Revision() int64 { return s.Version }

// Factor is what the customer decides by.
type Factor struct {
	Deal       kernel.ID `json:"-"          db:"opportunity_id"`
	Key        string    `json:"key"        db:"factor"`
	Influencer int       `json:"influencer" db:"influencer" minimum:"0" maximum:"5" doc:"How important it is to who influences; 0: nobody has said"`
	Decider    int       `json:"decider"    db:"decider"    minimum:"0" maximum:"5" doc:"… to who decides"`
	Ours       int       `json:"ours"       db:"ours"       minimum:"0" maximum:"5" doc:"How we do"`
	Theirs     []int     `json:"theirs"     db:"-"          doc:"How the competitors do, in their order"`
}

// Mark is how a competitor does at a factor.
type Mark struct {
	Deal       kernel.ID `db:"opportunity_id"`
	Factor     string    `db:"factor"`
	Competitor kernel.ID `db:"competitor_id"`
	Mark       int       `db:"mark"`
}

// Step is what is done next with somebody who counts.
type Step struct {
	Deal    kernel.ID   `json:"-"           db:"opportunity_id"`
	Contact kernel.ID   `json:"contact"     db:"contact_id"`
	Topic   string      `json:"topic"       db:"topic" doc:"What is talked about with him: what his layer values"`
	Step    string      `json:"step"        db:"step"`
	On      kernel.Date `json:"on,omitzero" db:"step_on"`
}

// Lesson is what was learned.
type Lesson struct {
	ID   kernel.ID   `json:"id"     db:"id"`
	Deal kernel.ID   `json:"-"      db:"opportunity_id"`
	Text string      `json:"lesson" db:"lesson"`
	ByID kernel.ID   `json:"-"      db:"by_id"`
	By   string      `json:"by"     db:"by_name"`
	On   kernel.Date `json:"on"     db:"said_on"`
}

// Person is somebody who counts in a deal, with how close he is to us.
type Person struct {
	Step
	Name      string `json:"name"`
	Layer     string `json:"layer"     enum:",image,decision,implementation,usage"`
	Closeness int    `json:"closeness" doc:"1 a stranger … 5 an ally, as on the map; 0: nobody has said"`
}

// Action is something that is done for the deal.
type Action struct {
	ID    kernel.ID   `json:"id"`
	Title string      `json:"title"`
	Owner kernel.ID   `json:"owner,omitzero"`
	Due   kernel.Date `json:"due"`
	Done  bool        `json:"done"`
	Late  bool        `json:"late"`
}

// Item is a thing of the three tests.
type Item struct {
	campaign.Item
	Role string `json:"role" doc:"Of a missing role; empty: none"`
	Zh   string `json:"zh"   doc:"Of a role that the company added"`
	En   string `json:"en"`
	Name string `json:"name" doc:"Whom it is about"`
}

// Choice is a competitor in the deal.
type Choice struct {
	ID   kernel.ID `json:"id"`
	Name string    `json:"name"`
}

// Compared is how we and the competitors do, by what is important to one role.
type Compared struct {
	Role   string        `json:"role"   enum:"influencer,decider"`
	Ours   null.Number   `json:"ours"   doc:"1–5, weighted; null: not known"`
	Theirs []null.Number `json:"theirs" doc:"In the order of the competitors"`
	Gaps   []string      `json:"gaps"   doc:"Factors that are important and where a competitor is ahead"`

	Why why.Explanation `json:"why"`
}

// Board is everything of a deal's campaign.
type Board struct {
	Sheet       Sheet          `json:"sheet"`
	AsOf        kernel.Date    `json:"as_of"`
	Marks       campaign.Marks `json:"marks"`
	Items       []Item         `json:"items"`
	People      []Person       `json:"people"`
	Next        string         `json:"next"     enum:",acting,reviewing,closed"`
	Missing     string         `json:"missing"  doc:"Text key of why the next phase cannot begin yet; empty: it can"`
	Complete    null.Number    `json:"complete" doc:"How well the customer is known (M95), in percent"`
	Gate        float64        `json:"gate"`
	Pending     int            `json:"pending"  doc:"Of the actions, those that are to be done"`
	Actions     []Action       `json:"actions"  doc:"For the deal, as far as the viewer may read them"`
	Lessons     []Lesson       `json:"lessons"`
	Factors     []Factor       `json:"factors"`
	Competitors []Choice       `json:"competitors"`
	Compared    []Compared     `json:"compared"`
	Return      null.Number    `json:"return"   doc:"What the customer gets back a year, of what he puts in; null: not known"`
	Live        bool           `json:"live"`
	Write       bool           `json:"write"`
}

// Revision is the version that a change must name.
func (b Board) Revision() int64 { return b.Sheet.Version }

// keys are the factors, by their groups.
var keys = []string{"product.fit", "service.support", "service.delivery", "service.response", "promotion.advert", "promotion.talk", "promotion.offers",
	"promotion.share", "price.policy", "price.expense", "price.terms", "price.yield", "company.image", "company.steady", "company.quality",
	"company.relation", "company.sense"}

const (
	longestText = 1000
	shortest    = 5
	mostMinor   = 1_000_000_000_000_000
	best        = 5 // of marks
)

func (s *Sheet) texts() []*string {
	return []*string{&s.Situation, &s.Problem, &s.Implication, &s.Payoff, &s.Confirmed, &s.Solution}
}

func (s *Sheet) amounts() []*int64 { return []*int64{s.Benefit, s.Running, s.Invested} }

// Check reports the first rule that a sheet breaks.
func (s Sheet) Check() error {
	for _, text := range s.texts() {
		if len([]rune(*text)) > longestText {
			return kernel.Invalid("campaign.too_long", "max", longestText)
		}
	}
	for _, amount := range s.amounts() {
		if amount != nil && (*amount < 0 || *amount > mostMinor) {
			return kernel.Invalid("campaign.bad_amount")
		}
	}
	if len(s.Attitudes) != len(buying.Attitudes) || strings.Trim(s.Attitudes, "012345") != "" {
		return kernel.Invalid("campaign.bad_attitudes").In("attitudes")
	}
	return nil
}

// yield is what the customer gets back a year.
func (s Sheet) yield() null.Number {
	return buying.Return(known(s.Benefit), known(s.Running), known(s.Invested))
}

func known(minor *int64) null.Number {
	if minor == nil {
		return null.None
	}
	return null.Of(*minor)
}

// fresh is the sheet of a deal of which nobody has said anything.
func fresh(deal kernel.ID) Sheet {
	return Sheet{Deal: deal, Phase: campaign.Thinking, Attitudes: strings.Repeat("0", len(buying.Attitudes))}
}

// compare says how we and the others do by what is important to a role.
func compare(role string, all []Factor, competitors int) Compared {
	factors := make([]buying.Factor, len(all))
	for i, f := range all {
		factors[i] = buying.Factor{Key: f.Key, Weight: f.Influencer, Ours: f.Ours, Theirs: f.Theirs}
		if role == "decider" {
			factors[i].Weight = f.Decider
		}
	}
	c := Compared{Role: role, Ours: buying.Score(factors, buying.Ours), Theirs: []null.Number{}, Gaps: []string{}}
	for i := range competitors {
		c.Theirs = append(c.Theirs, buying.Score(factors, buying.Their(i)))
	}
	for _, gap := range buying.Gaps(factors) {
		c.Gaps = append(c.Gaps, gap.Key)
	}
	for i := range factors {
		factors[i].Key = "campaign.factor_" + factors[i].Key
	}
	c.Why = buying.Explain(factors)
	return c
}
