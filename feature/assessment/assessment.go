// Package assessment decides whether a deal is real, whether we can compete, can win, and whether it is worth it.
package assessment

import (
	"strings"

	"erba/analysis/null"
	"erba/analysis/qualification"
	"erba/analysis/why"
	"erba/kernel"
)

// Sheet is what somebody has judged of a deal at one step: of us, or of a rival.
// Version 0: nobody has.
type Sheet struct {
	ID      kernel.ID   `json:"id,omitzero"    db:"id"`
	Deal    kernel.ID   `json:"deal"           db:"deal_id"`
	Rival   kernel.ID   `json:"rival,omitzero" db:"rival_id"  doc:"Empty: us"`
	Card    string      `json:"card"           db:"card"`
	Round   int         `json:"round"          db:"round"     doc:"The first is 1"`
	Process string      `json:"process"        db:"process"`
	Stage   string      `json:"stage"          db:"stage"     doc:"Of the deal at that time"`
	On      kernel.Date `json:"on,omitzero"    db:"judged_on"`
	Verdict string      `json:"verdict"        db:"verdict"   enum:",follow,nurture,find,resources,rethink,abandon,worthless,incomplete"`
	Outcome Outcome     `json:"outcome"        db:"outcome"`
	Config  int64       `json:"config"         db:"config"    doc:"Version of the settings by which it was judged"`
	ByID    kernel.ID   `json:"by_id,omitzero" db:"by_id"`
	By      string      `json:"by"             db:"by_name"`
	Version int64       `json:"version"        db:"version"`
}

// Revision is the version that a change must name.
func (s Sheet) Revision() int64 { return s.Version }

// Outcome is what came of a sheet; one TEXT in SQL.
type Outcome struct{ qualification.Result }

// nothing is what came of a sheet that nobody has judged.
func nothing() Outcome {
	return Outcome{qualification.Result{Steps: []qualification.Step{}, Overall: null.None}}
}

// Answered is what somebody says to one question.
type Answered struct {
	Question string `json:"question" db:"question" maxLength:"40"`
	Rating   *int   `json:"rating"   db:"rating"   minimum:"0" maximum:"5" doc:"null with unknown false: not answered yet"`
	Unknown  bool   `json:"unknown"  db:"unknown"  doc:"Asked and not known"`
	Words    string `json:"words"    db:"words"    maxLength:"300" doc:"What shows it"`
}

const (
	longestWords  = 300
	leastReason   = 5
	longestReason = 500
)

// given are answers as the method takes them.
func given(all []Answered) qualification.Answers {
	answers := qualification.Answers{}
	for _, a := range all {
		switch {
		case a.Unknown:
			answers[a.Question] = qualification.Answer{Unknown: true}
		case a.Rating != nil:
			answers[a.Question] = qualification.Answer{Rating: *a.Rating}
		}
	}
	return answers
}

// tidied are answers without those that say nothing; a fault names the first that
// cannot be.
func tidied(card *qualification.Card, all []Answered) (kept []Answered, _ error) {
	seen := map[string]bool{}
	for _, a := range all {
		a.Words = strings.TrimSpace(a.Words)
		switch {
		case !card.Asks(a.Question) || seen[a.Question]:
			return nil, kernel.Invalid("assessment.no_question", "question", a.Question).In("answers")
		case a.Rating != nil && (a.Unknown || *a.Rating < 0 || *a.Rating > qualification.Best):
			return nil, kernel.Invalid("assessment.bad_rating", "max", qualification.Best).In("answers")
		case len([]rune(a.Words)) > longestWords:
			return nil, kernel.Invalid("assessment.too_long", "max", longestWords).In("answers")
		}
		seen[a.Question] = true
		if a.Rating != nil || a.Unknown || a.Words != "" {
			kept = append(kept, a)
		}
	}
	return kept, nil
}

// Side is the latest sheet of us or of a rival.
type Side struct {
	Sheet
	Name    string     `json:"name" doc:"Empty: us"`
	Answers []Answered `json:"answers"`
}

// Round is one evaluation among the earlier ones.
type Round struct {
	Round   int                  `json:"round"`
	On      kernel.Date          `json:"on"`
	Stage   string               `json:"stage"`
	By      string               `json:"by"`
	Verdict string               `json:"verdict"`
	Overall null.Number          `json:"overall"`
	Steps   []qualification.Step `json:"steps"`
}

func (s Sheet) told() Round {
	return Round{s.Round, s.On, s.Stage, s.By, s.Verdict, s.Outcome.Overall, s.Outcome.Steps}
}

// Exception is that a deal is gone after although a gate does not open.
type Exception struct {
	ID       kernel.ID   `json:"id"       db:"id"`
	Deal     kernel.ID   `json:"-"        db:"deal_id"`
	Sheet    kernel.ID   `json:"-"        db:"assessment_id"`
	Verdict  string      `json:"verdict"  db:"verdict" doc:"That is overruled"`
	Step     string      `json:"step"     db:"step"    doc:"Whose gate it is about"`
	Reason   string      `json:"reason"   db:"reason"`
	State    string      `json:"state"    db:"state"   enum:"waiting,granted,refused"`
	Until    kernel.Date `json:"until"    db:"until_on"`
	ByID     kernel.ID   `json:"-"        db:"by_id"`
	By       string      `json:"by"       db:"by_name"`
	Made     kernel.Date `json:"made"     db:"made_on"`
	Approval kernel.ID   `json:"approval,omitzero" db:"approval_id"`
	Version  int64       `json:"version"  db:"version"`
}

// Revision is the version that a change must name.
func (e Exception) Revision() int64 { return e.Version }

// The states of an exception.
const (
	Waiting = "waiting"
	Granted = "granted"
	Refused = "refused"
)

// Holds reports whether an exception overrules what a sheet says on a day: the same
// gate, the same verdict, and not for ever.
func (e Exception) Holds(s Sheet, on kernel.Date) bool {
	return e.State == Granted && e.Verdict == s.Verdict && e.Step == s.Outcome.At && on.Compare(e.Until) <= 0
}

// Named is a card by its names; empty ones: it has texts of its own.
type Named struct {
	Key string `json:"key"`
	Zh  string `json:"zh"`
	En  string `json:"en"`
}

// Page is everything about the assessment of a deal by one card.
type Page struct {
	Deal      kernel.ID            `json:"deal"`
	Name      string               `json:"name"`
	Stage     string               `json:"stage"`
	Stages    []Named              `json:"stages" doc:"The steps of the deal's process"`
	Today     kernel.Date          `json:"today"`
	Card      qualification.Card   `json:"card"`
	Cards     []Named              `json:"cards"  doc:"All that there are"`
	Short     []string             `json:"short"  doc:"The questions of the quick way"`
	Quick     bool                 `json:"quick"  doc:"The quick way is meant for accounts like this"`
	Sides     []Side               `json:"sides"  doc:"Us first, then the rivals"`
	Rounds    []Round              `json:"rounds" doc:"Ours, the first first"`
	Due       bool                 `json:"due"    doc:"It has not been judged at the step where the deal is"`
	Flips     []qualification.Flip `json:"flips"  doc:"Single answers that would open the gate at which it stops"`
	Exception *Exception           `json:"exception,omitempty" doc:"The latest that speaks of what the sheet says"`
	Follows   bool                 `json:"follows" doc:"All gates are open, or an exception holds"`
	Config    int64                `json:"config"`
	May       bool                 `json:"may"    doc:"The viewer may answer"`
	Ask       bool                 `json:"ask"    doc:"The viewer may ask for an exception"`
	Why       *why.Explanation     `json:"why,omitempty"`
}

// Rival is who fights for a deal, too.
type Rival struct {
	ID   kernel.ID
	Name string
}

// Judged says that a deal of ours was judged.
type Judged struct {
	Deal    kernel.ID
	Verdict string
}
