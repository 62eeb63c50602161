package opportunity

import (
	"erba/analysis/sale"
	"erba/kernel"
	"erba/platform/db"
)

// Deal is the one of an ID; out of sight it is missing.
func (s *Service) Deal(tx *db.Tx, id kernel.ID) (Deal, error) {
	d, err := find(tx, id)
	if err != nil {
		return d, err
	}
	cfg, err := s.Config(tx)
	judge(cfg, &d)
	return d, err
}

// Deals are those of a filter, the next expected first.
func (s *Service) Deals(tx *db.Tx, f Filter) ([]Deal, error) {
	cfg, err := s.Config(tx)
	if err != nil {
		return nil, err
	}
	all, err := list(tx, f)
	for i := range all {
		judge(cfg, &all[i])
	}
	return all, err
}

// Each hands over the deals of a filter while they are read, the oldest first.
func (s *Service) Each(tx *db.Tx, f Filter, take func(Deal) error) error {
	cfg, err := s.Config(tx)
	if err != nil {
		return err
	}
	return each(tx, f, func(d Deal) error {
		judge(cfg, &d)
		return take(d)
	})
}

// History hands over the deals that are open, or ended since a day, with how they went.
func (s *Service) History(tx *db.Tx, since kernel.Date, take func(Deal, []Move) error) error {
	went := map[kernel.ID][]Move{}
	err := eachMove(tx, since, func(id kernel.ID, m Move) error {
		went[id] = append(went[id], m)
		return nil
	})
	if err != nil {
		return err
	}
	return s.Each(tx, Filter{Since: since}, func(d Deal) error { return take(d, went[d.ID]) })
}

// judge says how likely a contract is.
func judge(cfg sale.Config, d *Deal) {
	switch d.State {
	case Won:
		d.Percent = 100
	case Lost:
		d.Percent = 0
	default:
		p, _ := cfg.Process(d.Process)
		d.Percent = p.Percent(d.Stage)
	}
}
