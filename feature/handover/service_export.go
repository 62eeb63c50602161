package handover

import (
	"context"
	"iter"
	"slices"

	"erba/kernel"
)

// Exported are the columns of an exported pack, as text keys.
var Exported = []string{"handover.section", "handover.what", "handover.mark", "handover.note", "handover.who", "handover.on",
	"handover.late", "handover.power", "handover.closeness", "handover.score"}

// exports are the grants under which the parts leave; what has no list of its own
// that leaves goes with those who read it.
var exports = map[string]string{"people": "relation:export", "promises": "commitment:export", "actions": "action:read", "visits": "visit:export",
	"contacts": "interaction:export", "risks": "risk:export"}

// Export is a pack as rows under Exported, in words that say() says. Nothing leaves
// in a pack that its reader may not take from where it comes.
func (s *Service) Export(ctx context.Context, id kernel.ID, say func(key string) string) (iter.Seq[[]any], error) {
	sheet, err := s.Find(ctx, id)
	leaving := slices.DeleteFunc(sheet.Pack.Sections, func(part Section) bool { return !s.may(ctx, exports[part.Kind], sheet.Account) })
	return func(yield func([]any) bool) {
		for _, part := range leaving {
			kind := "handover.section_" + part.Kind
			for _, l := range part.Lines {
				if !yield(l.cells(say(kind), say)) {
					return
				}
			}
		}
	}, err
}

func (l Line) cells(section string, say func(key string) string) []any {
	cells := []any{section, l.Title, nil, l.Note, l.Who, nil, nil, nil, nil, nil}
	if l.Mark != "" {
		cells[2] = say(l.Mark)
	}
	if !l.On.IsZero() {
		cells[5] = l.On
	}
	if l.Late {
		cells[6] = say("handover.yes")
	}
	for i, n := range []int{l.Power, l.Closeness, l.Score} {
		if n > 0 {
			cells[7+i] = int64(n)
		}
	}
	return cells
}
