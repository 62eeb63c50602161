package portfolio

import (
	"context"

	"erba/kernel"
	"erba/platform/identity"
)

// margin is the grant to read what is left of sales.
const margin = "margin:read"

// Facts are what the viewer of ctx may read of all accounts, over the usual
// window up to a day; without a day, up to the last of the ledger.
func (s *Service) Facts(ctx context.Context, asOf kernel.Date) (*Facts, error) {
	now, err := s.evaluated(ctx, Ask{AsOf: asOf})
	if err != nil {
		return nil, err
	}
	f := &Facts{Evaluated: now}
	if f.before, err = s.evaluated(ctx, Ask{AsOf: now.Ask.From.Add(-1)}); err != nil {
		return nil, err
	}
	seen, err := s.sight(ctx, now.Columns)
	if err != nil {
		return nil, err
	}
	f.sight = seen.mask
	viewer, _ := identity.From(ctx)
	for i := range facts {
		if grant := facts[i].grant; grant == "" || viewer.May(grant) || viewer.Reaches(grant) {
			if err := s.tell(ctx, f, &facts[i]); err != nil {
				return nil, err
			}
		}
	}
	if f.at("gross") >= 0 {
		f.gross, err = s.evaluated(ctx, Ask{AsOf: now.Ask.AsOf, Measure: Gross})
	}
	if f.gross != nil && f.gross.Columns != f.Columns {
		return s.Facts(ctx, asOf) // somebody has imported meanwhile
	}
	return f, err
}

// Margins are the facts of those accounts in sight of which the viewer is told what
// they leave.
func (s *Service) Margins(ctx context.Context) (*Facts, error) {
	f, err := s.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	if at := f.at("gross"); at >= 0 {
		f.sight = f.sight.and(f.told[at])
	} else {
		f.sight = NewMask(f.Len())
	}
	return f, nil
}

// tell adds a fact, of the rows of which the viewer may read it.
func (s *Service) tell(ctx context.Context, f *Facts, one *fact) error {
	var rows Mask
	if one.grant != "" {
		for i := range f.fields { // few grants, many fields
			if f.fields[i].grant == one.grant {
				f.fields, f.told = append(f.fields, *one), append(f.told, f.told[i])
				return nil
			}
		}
		var err error
		if rows, err = s.told(ctx, one.grant, f.Columns, s.sight); err != nil {
			return err
		}
	}
	f.fields, f.told = append(f.fields, *one), append(f.told, rows)
	return nil
}
