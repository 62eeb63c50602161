package development

import (
	stages "erba/analysis/development"
	"erba/analysis/involvement"
	"erba/analysis/square"
	"erba/analysis/supplier"
	"erba/analysis/why"
	"erba/kernel"
)

// Sheet is all about the development of one account.
type Sheet struct {
	Account     kernel.ID       `json:"account" row:"account"`
	Name        string          `json:"name"`
	Today       kernel.Date     `json:"today"`
	AsOf        kernel.Date     `json:"as_of"     doc:"Up to here orders are known"`
	Stage       int             `json:"stage"     doc:"1 to 5"`
	Computed    int             `json:"computed"  doc:"What the gates say"`
	Override    Judgement       `json:"override"  doc:"What somebody says instead"`
	Since       kernel.Date     `json:"since,omitzero" doc:"Since when it stands there; empty: ever"`
	Interrupted kernel.Date     `json:"interrupted,omitzero" doc:"Since when it is interrupted; empty: it is not"`
	Trend       Trend           `json:"trend"     enum:"up,down,steady" doc:"Of the last twelve months"`
	Focus       string          `json:"focus"     doc:"Text key: what to do on this stage"`
	Gates       []stages.Gate   `json:"gates"`
	Why         why.Explanation `json:"why"`
	Course      []Stand         `json:"course"    doc:"All stages that were written down, the oldest first"`
	Aim         stages.Aim      `json:"aim"       doc:"The stage that is proposed to head for"`
	Target      Judgement       `json:"target"    doc:"The stage that somebody set instead"`
	Heading     int             `json:"heading"   doc:"The stage to head for"`
	Warned      bool            `json:"warned"    doc:"It is higher than the customer's way with suppliers lets expect (M04)"`
	Supplier    Rated           `json:"supplier"`
	Involvement Involved        `json:"involvement"`
	Squares     []Square        `json:"squares"   doc:"The grid in use first"`
	Open        Judgement       `json:"open"      doc:"Whether costs are laid open"`
	Teams       int             `json:"teams"     doc:"Joint teams that have met"`
	Meetings    []Meeting       `json:"meetings"  doc:"The latest first, at most 50"`
	Contacts    Contacts        `json:"contacts"`
}

// Rated is how the customer manages its suppliers.
type Rated struct {
	Judgement Judgement       `json:"judgement"`
	Index     *float64        `json:"index" doc:"0–100; null: not rated"`
	Class     supplier.Class  `json:"class" enum:",modern,transitional,traditional"`
	Why       why.Explanation `json:"why"`
}

// Involved is how much of us the account takes.
type Involved struct {
	Judgement   Judgement          `json:"judgement"`
	Result      involvement.Result `json:"result"`
	Departments int                `json:"departments" doc:"Rating that the contacts of the last months propose for departments; 0: there were none"`
	Why         why.Explanation    `json:"why"`
}

// Square is where an account stands on one grid of 25 squares.
type Square struct {
	Template string           `json:"template" enum:"relationship,views"`
	Place    *square.Place    `json:"place"    doc:"null: something is not rated"`
	Why      *why.Explanation `json:"why"      doc:"null as well"`
	Path     []Step           `json:"path"     doc:"Where it stood, the oldest first"`
	Grid     square.Template  `json:"grid"`
	Relation Judgement        `json:"judgement" doc:"By which it is placed"`
}

// Step is a place on the path of an account.
type Step struct {
	square.Point
	On kernel.Date `json:"on"`
	By string      `json:"by"`
}

// Contacts are who of us is in touch with whom of them.
type Contacts struct {
	Since       kernel.Date  `json:"since"`
	All         int          `json:"all"     doc:"Contacts"`
	Through     int          `json:"through" doc:"In which its manager took part"`
	Shape       stages.Shape `json:"shape"   enum:",bow_tie,diamond"`
	Levels      int          `json:"levels"      doc:"Of theirs, with contacts both ways"`
	Departments int          `json:"departments" doc:"Of theirs, with contacts both ways"`
	Touches     []Touch      `json:"touches"`
}

// heading is the stage to head for, and whether it is more than may be expected.
func heading(target Judgement, aim stages.Aim, limit int) (stage int, warned bool) {
	if stage = target.first(); stage == 0 {
		return aim.Stage, aim.Capped
	}
	return stage, limit > 0 && stage > limit
}

// walked are the places of ratings, one after the other; those that change nothing
// are left out.
func walked(all []Step) []Step {
	kept := []Step{}
	for _, s := range all {
		if len(kept) == 0 || kept[len(kept)-1].Point != s.Point {
			kept = append(kept, s)
		}
	}
	return kept
}

// relationSteps are the places that were rated.
func relationSteps(all []Judgement) []Step {
	steps := make([]Step, 0, len(all))
	for _, j := range all {
		steps = append(steps, Step{square.Point{X: j.Scores[0], Y: j.Scores[1]}, j.On, j.By})
	}
	return walked(steps)
}

// viewSteps are the stages as the customer said they were, beside ours of that day.
func viewSteps(all []Judgement, course []Stand) []Step {
	steps := make([]Step, 0, len(all))
	for _, j := range all {
		x := 1
		for _, s := range course {
			if s.Since.Compare(j.On) <= 0 {
				x = s.Stage
			}
		}
		steps = append(steps, Step{square.Point{X: x, Y: j.Scores[0]}, j.On, j.By})
	}
	return walked(steps)
}
