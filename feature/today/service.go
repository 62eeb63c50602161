package today

// Service asks the rules of all features.
type Service struct {
	rules []Rule
}

// Offer adds a rule; two of one name stop the program.
func (s *Service) Offer(r Rule) {
	for _, other := range s.rules {
		if other.Name == r.Name {
			panic("today: " + r.Name + " is offered twice")
		}
	}
	s.rules = append(s.rules, r)
}
