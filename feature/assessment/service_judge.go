package assessment

import (
	"context"
	"slices"

	"erba/analysis/qualification"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
)

// Judging is what somebody says on a sheet: all answers, in place of those of the
// version that he has read.
type Judging struct {
	Deal    kernel.ID
	Rival   kernel.ID // none: us
	Card    string
	Fresh   bool  // another round, though the deal is where it was
	Version int64 // of the sheet that was read; 0: there was none
	Answers []Answered
}

// Judge writes a sheet: over the last one, or, where the deal has gone on since or
// somebody wants another round, beside it.
func (s *Service) Judge(ctx context.Context, j Judging) (sheet Sheet, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, j.Deal)
		if err != nil {
			return err
		}
		sheet, err = s.judge(tx, d, j)
		return err
	})
	return sheet, err
}

func (s *Service) judge(tx *db.Tx, d opportunity.Deal, j Judging) (sheet Sheet, err error) {
	if !d.Live() {
		return sheet, kernel.Refused("assessment.closed")
	}
	if err := s.fights(tx, j); err != nil {
		return sheet, err
	}
	before, err := newest(tx, j.Deal, j.Rival, j.Card)
	if err != nil {
		return sheet, err
	}
	if before.Version != j.Version {
		return sheet, kernel.Stale("db.stale")
	}
	cfg, version, err := s.settings(tx)
	if err != nil {
		return sheet, err
	}
	sheet, kept, err := s.written(tx, &cfg, before, d, j)
	if err != nil {
		return sheet, err
	}
	sheet.Config = version
	return s.keep(tx, before, sheet, kept)
}

// fights refuses a sheet of somebody who does not fight for the deal.
func (s *Service) fights(tx *db.Tx, j Judging) error {
	if j.Rival.IsZero() {
		return nil
	}
	all, err := s.rivals(tx, j.Deal)
	if err == nil && !slices.ContainsFunc(all, func(r Rival) bool { return r.ID == j.Rival }) {
		err = kernel.Invalid("assessment.no_rival").In("rival")
	}
	return err
}

// written is a sheet with what came of the answers.
func (s *Service) written(tx *db.Tx, cfg *qualification.Config, before Sheet, d opportunity.Deal, j Judging) (sheet Sheet, kept []Answered, err error) {
	card, known := cfg.Card(j.Card)
	if !known {
		return sheet, nil, kernel.Invalid("assessment.no_card", "card", j.Card).In("card")
	}
	if kept, err = tidied(&card, j.Answers); err != nil {
		return sheet, nil, err
	}
	result, err := cfg.Of(j.Card, given(kept))
	if err != nil {
		return sheet, nil, err
	}
	sheet = before
	if before.Version == 0 || j.Fresh || before.Stage != d.Stage || before.Process != d.Process {
		sheet.ID, sheet.Round, sheet.Version = kernel.NewID(), before.Round+1, 0
	}
	sheet.Card, sheet.Process, sheet.Stage, sheet.On = j.Card, d.Process, d.Stage, s.today()
	if result.Steps == nil {
		result.Steps = []qualification.Step{}
	}
	sheet.Outcome, sheet.Verdict = Outcome{result}, result.Verdict
	sheet.ByID, sheet.By = viewer(tx.Context())
	return sheet, kept, nil
}

// keep writes a sheet down with its answers, and says so where it is ours.
func (s *Service) keep(tx *db.Tx, before, sheet Sheet, kept []Answered) (Sheet, error) {
	old, err := answers(tx, before.ID)
	if err != nil {
		return sheet, err
	}
	if sheet.Version == 0 {
		first := sheet
		first.Version = 1
		err = addSheet(tx, first)
	} else {
		err = replaceSheet(tx, sheet)
	}
	if err != nil {
		return sheet, err
	}
	sheet.Version++
	if err := answerAll(tx, sheet, kept); err != nil {
		return sheet, err
	}
	if err := audit.Changed(tx, "assessment.judged", "opportunity", sheet.Deal, facts(before, old), facts(sheet, kept)); err != nil || !sheet.Rival.IsZero() {
		return sheet, err
	}
	return sheet, event.Emit(s.events, tx, Judged{sheet.Deal, sheet.Verdict})
}

// judged is what the audit remembers of a sheet.
type judged struct {
	Rival   kernel.ID      `json:"rival"`
	Card    string         `json:"card"`
	Round   int            `json:"round"`
	Verdict string         `json:"verdict"`
	Ratings map[string]int `json:"ratings"`
	Unknown []string       `json:"unknown"`
}

func facts(s Sheet, all []Answered) judged {
	f := judged{s.Rival, s.Card, s.Round, s.Verdict, map[string]int{}, []string{}}
	for _, a := range all {
		switch {
		case a.Unknown:
			f.Unknown = append(f.Unknown, a.Question)
		case a.Rating != nil:
			f.Ratings[a.Question] = *a.Rating
		}
	}
	return f
}
