package visit

import (
	"slices"

	smart "erba/analysis/objective"
	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/db"
)

// Recall writes down visits as they are told, those of the past among them, many at
// once: of a company that has kept them elsewhere until now. Nobody is invited.
func (s *Service) Recall(tx *db.Tx, all []Visit) error {
	cfg, _, today, err := s.cadences(tx)
	if err != nil {
		return err
	}
	aiming, err := s.lights(tx)
	if err != nil {
		return err
	}
	var aims []Objective
	for i := range all {
		if all[i], err = all[i].recalled(&cfg, &aiming, today); err != nil {
			return kernel.Within(place("visits", i), err)
		}
		aims = append(aims, all[i].Objectives...)
	}
	if err := add(tx, all...); err != nil {
		return err
	}
	if err := sit(tx, all...); err != nil {
		return err
	}
	if err := addObjectives(tx, aims); err != nil {
		return err
	}
	for _, v := range all {
		if !v.Held() {
			continue
		}
		if err := s.log(tx, v); err != nil {
			return err
		}
	}
	return s.reckonAll(tx, all)
}

// recalled is a visit with what it does not say itself.
func (v Visit) recalled(cfg *rules.Config, aiming *smart.Config, today kernel.Date) (Visit, error) {
	if v.Zone == "" {
		v.Zone = kernel.Zone().String()
	}
	v.ID, v.Version = kernel.NewID(), 1
	if v.By.IsZero() {
		v.By = v.Owner
	}
	v = v.tidied()
	if err := v.Check(); err != nil {
		return v, err
	}
	v, err := v.timed()
	if err != nil {
		return v, err
	}
	if v.Held() && v.JudgeBy.IsZero() {
		v.JudgeBy = rules.Working(v.Executed, cfg.Judge)
	}
	for i := range v.Objectives {
		o := &v.Objectives[i]
		o.ID, o.Visit, o.Place = kernel.NewID(), v.ID, int64(i)
		if v.Held() && o.lit(aiming, smart.Frame{}).met() {
			v.Met++
		}
	}
	return v, v.sound(today)
}

// reckonAll works out again when the accounts of some visits were visited and will be.
func (s *Service) reckonAll(tx *db.Tx, all []Visit) error {
	accounts := make([]kernel.ID, len(all))
	for i, v := range all {
		accounts[i] = v.Account
	}
	slices.SortFunc(accounts, kernel.ID.Compare)
	for part := range slices.Chunk(slices.Compact(accounts), chunk) {
		if err := s.reckon(tx, part...); err != nil {
			return err
		}
	}
	return nil
}
