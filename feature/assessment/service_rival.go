package assessment

import (
	"erba/analysis/null"
	"erba/analysis/qualification"
	"erba/feature/competitor"
	"erba/kernel"
	"erba/platform/db"
)

// Fight takes the rivals of deals from who keeps them, and tells him how everybody
// stands at the third gate.
func (s *Service) Fight(c *competitor.Service) {
	s.rivals = func(tx *db.Tx, deal kernel.ID) (all []Rival, err error) {
		found, err := c.Of(tx, deal)
		for _, r := range found {
			if r.Kind == competitor.Direct {
				all = append(all, Rival{r.Competitor, r.Name})
			}
		}
		return all, err
	}
	s.fought = func(tx *db.Tx) (map[kernel.ID]record, error) {
		found, err := c.Records(tx)
		all := map[kernel.ID]record{}
		for id, r := range found {
			all[id] = record{r.Won, r.Met - r.Won}
		}
		return all, err
	}
	c.ScoredBy(s.winning)
}

// winning is the score of the third step: of a rival, or of us where none is named.
func (s *Service) winning(tx *db.Tx, deal, rival kernel.ID) (null.Number, error) {
	sheet, err := s.Rival(tx, deal, rival)
	if step, ok := sheet.Outcome.Step(qualification.Win); ok {
		return step.Score, err
	}
	return null.None, err
}
