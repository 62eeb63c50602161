package strategy

import (
	"context"

	"erba/analysis/strategy"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts strategies on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/strategies", "strategy:read", s.getStatistics)
	web.Download(r, "/strategies/export", "strategy:export", s.getExport)
	web.Get(r, "/opportunities/{opportunity}/strategy", "strategy:read", s.getCard)
	web.Put(r, "/opportunities/{opportunity}/strategy", "strategy:write", s.putChoice)
	web.Put(r, "/opportunities/{opportunity}/strategy/facts", "strategy:write", s.putFacts)
}

func (s *Service) getStatistics(ctx context.Context, _ *struct{}) (Statistics, error) {
	return s.Statistics(ctx)
}

type getExportOf struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExportOf) (export.Table, error) {
	rows, err := s.Export(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "strategies", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type ofDeal struct {
	Deal kernel.ID `path:"opportunity"`
}

func (s *Service) getCard(ctx context.Context, in *ofDeal) (Card, error) { return s.Card(ctx, in.Deal) }

type putChoiceOf struct {
	Deal kernel.ID `path:"opportunity"`
	web.Match
	Body struct {
		Strategy strategy.Strategy `json:"strategy"         enum:"defend,frontal,flank,fragment,develop"`
		Reason   string            `json:"reason,omitempty" maxLength:"500" doc:"Needed for another one than advised"`
	}
}

func (s *Service) putChoice(ctx context.Context, in *putChoiceOf) (Chosen, error) {
	version, err := in.Replaces()
	if err != nil {
		return Chosen{}, err
	}
	return s.Choose(ctx, Chosen{Deal: in.Deal, Number: version, Strategy: in.Body.Strategy, Reason: in.Body.Reason})
}

type putFactsOf struct {
	Deal kernel.ID `path:"opportunity"`
	web.Match
	Body struct {
		Incumbent  strategy.Answer `json:"incumbent"      enum:"yes,no,unknown"`
		Changeable strategy.Answer `json:"changeable"     enum:"yes,no,unknown"`
		Until      kernel.Date     `json:"until,omitzero" doc:"Until when the criteria can be changed"`
		Divisible  strategy.Answer `json:"divisible"      enum:"yes,no,unknown"`
		Part       string          `json:"part,omitempty" maxLength:"60"`
		Ratio      *int64          `json:"part_ratio,omitempty" minimum:"1" maximum:"1000" doc:"In hundredths"`
		Evidence   string          `json:"evidence"       maxLength:"500"`
	}
}

func (s *Service) putFacts(ctx context.Context, in *putFactsOf) (Facts, error) {
	version, err := in.Replaces()
	if err != nil {
		return Facts{}, err
	}
	b := in.Body
	return s.Know(ctx, Facts{Deal: in.Deal, Incumbent: b.Incumbent, Changeable: b.Changeable, Until: b.Until, Divisible: b.Divisible, Part: b.Part,
		Ratio: b.Ratio, Evidence: b.Evidence, Version: version})
}
