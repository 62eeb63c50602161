package development

import (
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Before is what is known of an account from before this program: judgements and
// stages with days of their own, the oldest first, and meetings.
type Before struct {
	Account    kernel.ID
	Judgements []Judgement
	Meetings   []Meeting
	Stands     []Stand
}

// Enter writes it down, of an account of which nobody has said anything yet.
func (s *Service) Enter(tx *db.Tx, b Before) error {
	if err := s.accounts.Require(tx, b.Account); err != nil {
		return err
	}
	if err := s.enterJudgements(tx, b); err != nil {
		return err
	}
	for _, m := range b.Meetings {
		m.ID, m.Account, m.Version = kernel.NewID(), b.Account, 1
		if err := m.Check(s.today()); err != nil {
			return err
		}
		if err := addMeeting(tx, m); err != nil {
			return err
		}
	}
	was := 0
	for i, one := range b.Stands {
		one.ID, one.Account, one.Was, one.Latest = kernel.NewID(), b.Account, was, i == len(b.Stands)-1
		was = one.Stage
		if err := addStands(tx, one); err != nil {
			return err
		}
	}
	return audit.Note(tx, "development.entered", "account", b.Account, map[string]any{"judgements": len(b.Judgements), "meetings": len(b.Meetings), "stages": len(b.Stands)})
}

// enterJudgements gives each the next version of its kind; the last one counts.
func (s *Service) enterJudgements(tx *db.Tx, b Before) error {
	versions, counts := map[string]int64{}, map[string]int{}
	for i, j := range b.Judgements {
		counts[j.Kind] = i
	}
	for i, j := range b.Judgements {
		versions[j.Kind]++
		j.ID, j.Account, j.Version, j.Latest = kernel.NewID(), b.Account, versions[j.Kind], counts[j.Kind] == i
		j.settle(j.On)
		if err := j.Check(); err != nil {
			return err
		}
		if err := addJudgement(tx, j); err != nil {
			return err
		}
	}
	return nil
}
