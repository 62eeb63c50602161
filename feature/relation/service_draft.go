package relation

import (
	"slices"
	"strings"

	rel "erba/analysis/relation"
	"erba/feature/contact"
	"erba/kernel"
)

// Draft is everything that was changed on a map, saved in one piece.
type Draft struct {
	Moves      []contact.Move `json:"moves,omitempty"      maxItems:"1000" doc:"Who stands where now"`
	Places     []place        `json:"places,omitempty"     maxItems:"1000" doc:"Who was dragged to where; 0, 0: back to his place in the tree"`
	Judgements []Saying       `json:"judgements,omitempty" maxItems:"5000"`
	Draw       []Stroke       `json:"draw,omitempty"       maxItems:"1000" doc:"Lines that are new"`
	Erase      []kernel.ID    `json:"erase,omitempty"      maxItems:"1000" doc:"Lines that are gone"`
}

// Saying is what somebody judges of a person.
type Saying struct {
	Contact  kernel.ID         `json:"contact"`
	Field    string            `json:"field" enum:"layer,roles,power,power_from,orientation,adaptability,attitude,level,closeness,style,counterpart,now,wanted"`
	Value    string            `json:"value"              maxLength:"400" doc:"As text; several roles with blanks between; empty: nobody knows any more"`
	Evidence string            `json:"evidence,omitempty" maxLength:"500" doc:"What was seen or heard"`
	Answers  map[string]string `json:"answers,omitempty"  doc:"To the questions of the guide, where it was used"`
	Until    kernel.Date       `json:"until,omitzero"     doc:"The day after which it has to be confirmed; left out: as the method says"`
	On       kernel.Date       `json:"-"`
	By       kernel.ID         `json:"-"`
	Source   string            `json:"-"`
}

// Stroke is a line that is drawn between two people.
type Stroke struct {
	Kind string    `json:"kind" enum:"influence,conflict,informal,former"`
	From kernel.ID `json:"from"`
	To   kernel.ID `json:"to"`
	Says string    `json:"says,omitempty" maxLength:"120"`
}

// Where a judgement comes from.
const (
	Judged   = "judged"
	Guided   = "guided"
	Taken    = "taken"
	Imported = "imported"
)

// longestHold is how many days a judgement can hold.
const longestHold = 731

// check reports the first rule that a draft breaks.
func (d *Draft) check(cfg rel.Config, today kernel.Date) error {
	if len(d.Moves)+len(d.Places)+len(d.Judgements)+len(d.Draw)+len(d.Erase) == 0 {
		return kernel.Invalid("relation.nothing")
	}
	for i := range d.Judgements {
		if err := d.Judgements[i].check(cfg, today); err != nil {
			return err
		}
	}
	for i := range d.Draw {
		if err := d.Draw[i].check(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Saying) check(cfg rel.Config, today kernel.Date) error {
	s.Value, s.Evidence = tidied(s.Field, s.Value), strings.TrimSpace(s.Evidence)
	if s.On.IsZero() {
		s.On = today
	}
	if s.Until.IsZero() {
		s.Until = s.On.Add(cfg.Fresh)
	}
	switch {
	case s.On.Compare(today) > 0:
		return kernel.Invalid("relation.later")
	case s.Until.Compare(s.On) <= 0 || s.Until.Compare(s.On.Add(longestHold)) > 0:
		return kernel.Invalid("relation.bad_until")
	case len([]rune(s.Evidence)) > longestEvidence:
		return kernel.Invalid("relation.too_long", "max", longestEvidence)
	}
	if err := checkAnswers(s.Field, s.Answers); err != nil {
		return err
	}
	if s.Source == "" {
		s.Source = Judged
		if len(s.Answers) > 0 {
			s.Source = Guided
		}
	}
	return checkValue(cfg, s.Field, s.Value)
}

// checkAnswers refuses answers to questions that nobody has asked.
func checkAnswers(field string, answers map[string]string) error {
	if len(answers) == 0 {
		return nil
	}
	guide, is := rel.Guides[field]
	if !is {
		return kernel.Invalid("relation.no_guide", "field", field)
	}
	for key, answer := range answers {
		switch {
		case !guide.Asks(key):
			return kernel.Invalid("relation.no_question", "question", key)
		case answer != rel.Yes && answer != rel.No && answer != rel.Unknown:
			return kernel.Invalid("relation.bad_answer")
		}
	}
	return nil
}

func (s *Stroke) check() error {
	s.Says = strings.TrimSpace(s.Says)
	switch {
	case !slices.Contains(kinds, s.Kind):
		return kernel.Invalid("relation.no_kind", "kind", s.Kind)
	case s.From == s.To:
		return kernel.Invalid("relation.own_line")
	case len([]rune(s.Says)) > longestSays:
		return kernel.Invalid("relation.too_long", "max", longestSays)
	}
	return nil
}

// like reports whether a line says what a stroke would: those that have no
// direction are the same from either end.
func (s Stroke) like(l Line) bool {
	turned := s.Kind != "influence" && s.From == l.To && s.To == l.From
	return s.Kind == l.Kind && (s.From == l.From && s.To == l.To || turned)
}

// names are the people whom a draft is about, beside those of its moves.
func (d *Draft) names() (ids []kernel.ID) {
	for _, j := range d.Judgements {
		ids = append(ids, j.Contact)
	}
	for _, p := range d.Places {
		ids = append(ids, p.Contact)
	}
	for _, l := range d.Draw {
		ids = append(ids, l.From, l.To)
	}
	return ids
}
