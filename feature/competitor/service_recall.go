package competitor

import (
	"erba/analysis/rivalry"
	"erba/kernel"
	"erba/platform/db"
)

// Recall takes over how suppliers stand with products, as somebody remembers it who
// kept it elsewhere: places that nobody has rated yet.
func (s *Service) Recall(tx *db.Tx, all []Cell) error {
	cfg, err := s.settings(tx)
	if err != nil {
		return err
	}
	industries := map[kernel.ID]string{}
	for _, c := range all {
		if c.Scope == OfAccount {
			at, err := siteOf(tx, c.Account)
			if err != nil {
				return err
			}
			industries[c.Account] = at.Industry
		}
		if err := s.recall(tx, &cfg, industries[c.Account], c); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) recall(tx *db.Tx, cfg *rivalry.Grid, industry string, c Cell) error {
	c.tidy(s.today())
	c.ByID, c.By = author(tx.Context())
	if c.ID, c.On, c.Version = kernel.NewID(), s.today(), 1; c.Scope == OfIndustry {
		industry = c.Place
	}
	if err := c.Check(cfg.Of(industry), s.today()); err != nil {
		return err
	}
	return addCell(tx, c)
}
