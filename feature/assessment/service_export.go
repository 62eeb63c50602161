package assessment

import (
	"context"
	"iter"

	"erba/analysis/qualification"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Sheeted and Criterial are the columns of exported lists, as text keys.
var (
	Sheeted   = []string{"assessment.side", "assessment.step", "assessment.question", "assessment.answer", "assessment.words", "assessment.round", "assessment.stage", "assessment.on", "assessment.by"}
	Criterial = []string{"assessment.criterion", "assessment.kind", "assessment.mandatory", "assessment.milestone", "assessment.caring", "assessment.side", "assessment.fit", "assessment.note"}
)

// Say puts what lists hold into the words of a reader.
type Say struct {
	Key     func(key string) string
	Chinese bool
}

// or is the name that a company has given, else that of a key.
func (say Say) or(zh, en, key string) string {
	switch {
	case zh != "" && say.Chinese:
		return zh
	case en != "":
		return en
	}
	return say.Key(key)
}

// side is whose sheet it is.
func (say Say) side(name string) string {
	if name == "" {
		return say.Key("assessment.us")
	}
	return name
}

// Rows are the last sheets of a deal by a card, ours and those of rivals, as rows
// under their columns.
func (s *Service) Rows(ctx context.Context, deal kernel.ID, card string, say Say) ([]string, iter.Seq[[]any], error) {
	p, err := s.Page(ctx, deal, card)
	if err != nil {
		return nil, nil, err
	}
	return Sheeted, func(yield func([]any) bool) {
		for _, side := range p.Sides {
			if side.Version > 0 && !rowsOf(&p.Card, side, say, yield) {
				return
			}
		}
	}, nil
}

func rowsOf(card *qualification.Card, side Side, say Say, yield func([]any) bool) bool {
	found := map[string]Answered{}
	for _, a := range side.Answers {
		found[a.Question] = a
	}
	steps := map[string]qualification.Area{}
	for _, a := range card.Areas {
		steps[a.Key] = a
	}
	for area, q := range card.Questions() {
		a, step := found[q.Key], steps[area]
		row := []any{say.side(side.Name), say.or(step.Zh, step.En, "assessment.step_"+area), say.or(q.Zh, q.En, "assessment.c_"+q.Key),
			a.said(say), a.Words, side.Round, side.Stage, side.On, side.By}
		if !yield(row) {
			return false
		}
	}
	return true
}

// said is an answer as people read it: the two blanks are two.
func (a Answered) said(say Say) any {
	switch {
	case a.Unknown:
		return say.Key("assessment.unknown")
	case a.Rating != nil:
		return *a.Rating
	}
	return say.Key("assessment.unanswered")
}

// CriterionRows are the criteria of a deal, a row for everybody who fights for it.
func (s *Service) CriterionRows(ctx context.Context, deal kernel.ID, say Say) (iter.Seq[[]any], error) {
	all, err := s.Criteria(ctx, deal)
	if err != nil {
		return nil, err
	}
	names := map[kernel.ID]string{}
	for _, r := range all.Sides {
		names[r.ID] = r.Name
	}
	return func(yield func([]any) bool) {
		for _, c := range all.Rows {
			for _, f := range append([]Fit{}, c.Fits...) {
				if !yield(c.row(say, say.side(names[f.Rival]), say.Key("assessment.fit_"+f.Fit))) {
					return
				}
			}
			if len(c.Fits) == 0 && !yield(c.row(say, "", "")) {
				return
			}
		}
	}, nil
}

func (c Criterion) row(say Say, side, fit string) []any {
	formal, mandatory, people := "assessment.informal", "", ""
	if c.Formal {
		formal = "assessment.formal"
	}
	if c.Mandatory {
		mandatory = say.Key("assessment.mandatory")
	}
	for i, p := range c.Caring {
		if i > 0 {
			people += "; "
		}
		people += p.Name
	}
	return []any{c.Name, say.Key(formal), mandatory, c.Milestone, people, side, fit, c.Note}
}

// Population is how many sheets there are, of which an export is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = count(tx)
		return err
	})
}
