package scorecard

import "erba/analysis/null"

// Scores are the results of many customers, column by column. Scoring into the
// same ones again reuses their memory.
type Scores struct {
	Total        []null.Number
	Completeness []null.Number
	Aspects      [][]null.Number // by aspect
	least        null.Number
	answered     []null.Number // weight of what is answered, of the aspect or card at hand
}

// Enough reports whether a row is complete enough for a class.
func (s *Scores) Enough(row int) bool { return s.Completeness[row] >= s.least && s.Total[row].Known() }

// Judged is the total of a row that is complete enough, else None.
func (s *Scores) Judged(row int) null.Number {
	if !s.Enough(row) {
		return null.None
	}
	return s.Total[row]
}

// Score fills the card in for n customers: one column of answers for each item,
// in their order; a column that is nil is answered by nobody.
func (c *Card) Score(columns [][]null.Number, n int, into *Scores) {
	into.least = null.Number(c.Least)
	into.Completeness = zeros(into.Completeness, n)
	for len(into.Aspects) < len(c.Aspects) {
		into.Aspects = append(into.Aspects, nil)
	}
	into.Aspects = into.Aspects[:len(c.Aspects)]
	for i := range c.Aspects {
		a := &c.Aspects[i]
		into.aspect(i, a, columns[:len(a.Items)], n)
		columns = columns[len(a.Items):]
	}
	into.total(c, n)
}

// aspect adds up what is answered of an aspect.
func (s *Scores) aspect(i int, a *Aspect, columns [][]null.Number, n int) {
	s.Aspects[i], s.answered = zeros(s.Aspects[i], n), zeros(s.answered, n)
	for j, column := range columns {
		if column != nil {
			a.Items[j].add(column, s.Aspects[i], s.answered)
		}
	}
	for row, answered := range s.answered {
		s.Completeness[row] += null.Number(a.Weight) * answered
		s.Aspects[i][row] = null.Ratio(s.Aspects[i][row], answered).Steady()
	}
}

// add adds the answers to one item, and its weight where there is one.
func (i *Item) add(column, sums, answered []null.Number) {
	weight, floor, step := null.Number(i.Weight), null.Number(i.Floor), 1/null.Number(i.Target-i.Floor)
	sums, answered = sums[:len(column)], answered[:len(column)]
	for row, answer := range column {
		if answer.Known() {
			sums[row] += weight * worth(answer, floor, step)
			answered[row] += weight
		}
	}
}

// total adds the aspects up.
func (s *Scores) total(c *Card, n int) {
	s.Total, s.answered = zeros(s.Total, n), zeros(s.answered, n)
	for i := range c.Aspects {
		weight := null.Number(c.Aspects[i].Weight)
		for row, index := range s.Aspects[i] {
			if index.Known() {
				s.Total[row] += weight * index
				s.answered[row] += weight
			}
		}
	}
	for row, answered := range s.answered {
		s.Total[row] = null.Ratio(s.Total[row], answered).Steady()
		s.Completeness[row] = (s.Completeness[row] / (100 * 100)).Steady()
	}
}

// zeros is a column of n zeros, in the memory of another one if it is large enough.
func zeros(column []null.Number, n int) []null.Number {
	if cap(column) < n {
		return make([]null.Number, n)
	}
	column = column[:n]
	clear(column)
	return column
}
