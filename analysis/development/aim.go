package development

import "strconv"

// Aim is the stage that is proposed to head for.
type Aim struct {
	Stage  int    `json:"stage"`
	Rule   string `json:"rule"    doc:"Text key of what proposes it"`
	Low    int    `json:"low"     doc:"From this stage … that its involvement asks for (M09); 0: not rated"`
	High   int    `json:"high"    doc:"… to this one"`
	Capped bool   `json:"capped"  doc:"It would be higher, but for how the customer manages suppliers (M04)"`
	Wanted int    `json:"wanted"  doc:"What it would be without that"`
}

// AimOf proposes a stage to head for: of those that the involvement asks for, low
// to high (M09; 0: nobody has rated it), the next one; above the ceiling which the
// customer's way with suppliers sets (M04; 0: none) it warns.
func AimOf(stage, low, high, ceiling int) Aim {
	a := Aim{Low: low, High: high, Rule: "development.aim_next", Wanted: min(stage+1, Integrated)}
	switch {
	case low == 0:
	case stage < low:
		a.Wanted, a.Rule = low, "development.aim_rated"
	case stage > high:
		a.Wanted, a.Rule = high, "development.aim_beyond"
	default:
		a.Wanted, a.Rule = min(stage+1, high), "development.aim_rated"
	}
	a.Stage = a.Wanted
	if ceiling > 0 && a.Wanted > ceiling {
		a.Stage, a.Capped = ceiling, true
	}
	return a
}

// Focus is the text key of what to do on a stage.
func Focus(stage int) string { return "development.focus_" + strconv.Itoa(stage) }
