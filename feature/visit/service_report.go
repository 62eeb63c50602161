package visit

import (
	"context"
	"slices"

	smart "erba/analysis/objective"
	rules "erba/analysis/visit"
	"erba/feature/interaction"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
)

// Execute notes that a visit took place, and what came of it.
func (s *Service) Execute(ctx context.Context, id kernel.ID, version int64, r Report) (Sheet, error) {
	return s.turn(ctx, id, version, "visit.executed", func(tx *db.Tx, v *Visit) error { return s.took(tx, v, r) })
}

// Report takes a report that a phone may have kept for a while: the same key twice
// is one report, and of a visit that somebody has changed meanwhile nothing is
// written over.
func (s *Service) Report(ctx context.Context, id kernel.ID, key string, version int64, r Report) (out Reported, err error) {
	out.State = Taken
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		before, err := reported(tx, key)
		if err != nil {
			return err
		}
		if len(before) > 0 && before[0].ID != id {
			return kernel.Refused("visit.key_used")
		}
		if len(before) > 0 {
			out.State = Repeated
			return nil
		}
		v, err := s.full(tx, id)
		if err != nil {
			return err
		}
		if v.Version != version {
			out.State, out.Yours = Conflict, &r
			return nil
		}
		return s.change(tx, v, "visit.executed", func(tx *db.Tx, v *Visit) error {
			v.ReportKey = key
			return s.took(tx, v, r)
		})
	})
	if err != nil {
		return out, err
	}
	out.Visit, err = s.Find(ctx, id)
	return out, err
}

// took lets a visit have taken place: with the results of its objectives, the
// promises of both sides, and an entry in the log of being in touch.
func (s *Service) took(tx *db.Tx, v *Visit, r Report) error {
	cfg, _, today, err := s.cadences(tx)
	if err != nil {
		return err
	}
	on := r.On
	if on.IsZero() {
		on = v.Day
	}
	if *v, err = v.execute(r, today, rules.Working(on, cfg.Judge)); err != nil {
		return err
	}
	if err := s.attain(tx, v, r.Results); err != nil {
		return err
	}
	if v.Promised, err = s.promise(tx, *v, r.Promises); err != nil {
		return err
	}
	if err := s.log(tx, *v); err != nil {
		return err
	}
	if r.Rating != nil || r.Replan != nil {
		if *v, err = v.judged(Verdict{r.Rating, r.Verdict, r.Replan}, today); err != nil {
			return err
		}
	}
	return event.Emit(s.events, tx, Executed{*v})
}

// attain writes down the results of the objectives, and counts those that were met.
func (s *Service) attain(tx *db.Tx, v *Visit, results []Result) error {
	if len(results) == 0 {
		return nil
	}
	aiming, err := s.lights(tx)
	if err != nil {
		return err
	}
	for i, r := range results {
		at := slices.IndexFunc(v.Objectives, func(o Objective) bool { return o.ID == r.Objective })
		switch {
		case at < 0:
			return kernel.Invalid("objective.not_of_visit").In(place("results", i))
		case r.Actual != nil && r.Actual.Sign() < 0:
			return kernel.Invalid("objective.below_zero").In(place("results", i))
		}
		v.Objectives[at].Actual = r.Actual
		if v.Objectives[at].lit(&aiming, smart.Frame{}).met() {
			v.Met++
		}
	}
	return aim(tx, v.ID, v.Objectives)
}

// log writes a visit into the one record of being in touch.
func (s *Service) log(tx *db.Tx, v Visit) error {
	i := interaction.Interaction{Account: v.Account, On: v.Executed, Channel: interaction.Visit, Direction: interaction.Out, People: v.People, Users: v.Users,
		Subject: v.Purpose, Visit: v.ID}
	if v.Channel == ByPhone {
		i.Channel = interaction.Phone
	}
	if v.From > 0 && v.Day == v.Executed && v.From <= s.now().UnixMicro() {
		i.At = v.From
	}
	_, err := s.Interactions.Log(tx, i)
	return err
}
