package web

import (
	"context"
	"reflect"

	"erba/kernel"
	"erba/platform/identity"
)

// project blanks the fields of an answer that the viewer may not read. What he
// may read of some rows only is decided row by row, by one question for each
// grant; a field that belongs to no row he then may not read.
func project[In, Out any](ctx context.Context, r *Router, in *In, out Out) (Out, error) {
	form := formOf(reflect.TypeFor[Out]())
	if form == nil {
		return out, nil
	}
	viewer, _ := identity.From(ctx)
	g := gaze{viewer: viewer, sights: map[guard]*sight{}}
	row := rowOf(reflect.ValueOf(in).Elem())
	v := reflect.ValueOf(&out).Elem()
	g.collect(form, v, row)
	for guard, s := range g.sights {
		if err := s.look(ctx, r, guard.grant); err != nil {
			return out, err
		}
	}
	if g.hides() {
		g.clean(form, v, row)
	}
	return out, nil
}

// gaze is how one viewer looks at one answer.
type gaze struct {
	viewer identity.Viewer
	sights map[guard]*sight
}

// sight is what he sees under one grant.
type sight struct {
	whole  bool
	denied bool
	asked  []kernel.ID
	rows   map[kernel.ID]bool
}

// under is the sight that a guard leaves. The rows of an answer are in sight;
// those that its fields name need not be.
func (g gaze) under(by guard) *sight {
	s := g.sights[by]
	if s == nil {
		whole := g.viewer.Reaches(by.grant)
		if by.itself {
			whole = g.viewer.For(by.grant).SeesAll()
		}
		s = &sight{whole: whole, denied: !whole && !g.viewer.May(by.grant), rows: map[kernel.ID]bool{}}
		g.sights[by] = s
	}
	return s
}

// look asks which of the rows he sees.
func (s *sight) look(ctx context.Context, r *Router, grant string) (err error) {
	if len(s.asked) > 0 {
		s.rows, err = r.among(ctx, grant, s.asked)
	}
	return err
}

func (s *sight) shows(row kernel.ID) bool { return s.whole || !s.denied && s.rows[row] }

// hides reports whether anything may have to be blanked.
func (g gaze) hides() bool {
	for _, s := range g.sights {
		if !s.whole {
			return true
		}
	}
	return false
}

// collect finds the rows that have to be asked about.
func (g gaze) collect(f *form, v reflect.Value, row kernel.ID) {
	f.each(v, func(f *form, v reflect.Value) {
		row := f.row(v, row)
		for _, p := range f.parts {
			field := v.FieldByIndex(p.index)
			of := p.rowOf(field, row)
			if s := g.may(p); s != nil && !s.whole && !s.denied && !of.IsZero() && !field.IsZero() {
				s.asked = append(s.asked, of)
			}
			if p.form != nil {
				g.collect(p.form, field, row)
			}
		}
	})
}

func (g gaze) may(p part) *sight {
	if p.grant == "" {
		return nil
	}
	return g.under(p.guard)
}

// clean blanks in place; what others may hold, too, is copied first.
func (g gaze) clean(f *form, v reflect.Value, row kernel.ID) {
	f.own(v)
	f.each(v, func(f *form, v reflect.Value) {
		row := f.row(v, row)
		for _, p := range f.parts {
			field := v.FieldByIndex(p.index)
			if s := g.may(p); s != nil && !s.shows(p.rowOf(field, row)) {
				field.SetZero()
			} else if p.form != nil {
				g.clean(p.form, field, row)
			}
		}
	})
}
