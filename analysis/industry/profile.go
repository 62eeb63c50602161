package industry

import (
	"slices"

	"erba/kernel"
)

// Profile is how the companies of an industry buy.
type Profile struct {
	Name       string `json:"name"       doc:"Text key suffix, such as finance"`
	Group      string `json:"group"      enum:"large,small,tracked" doc:"五大, 五小, 五跟踪"`
	Central    string `json:"central"    enum:",headquarters,province,local,scattered" doc:"Where it is decided what is bought; empty: not known"`
	Mode       string `json:"mode"       enum:",tender,project,own" doc:"How it is bought; empty: not known"`
	Department string `json:"department" doc:"Who usually buys"`
}

// known are the industries that the sources describe: five large ones, five
// small ones, and five that are tracked.
func known() []Profile {
	return []Profile{
		{"finance", "large", "province", "project", "科技处"},
		{"taxation", "large", "headquarters", "tender", "信息中心"},
		{"education", "large", "scattered", "own", "技术装备处、电教馆、教仪站"},
		{"securities", "large", "scattered", "own", ""},
		{"post", "large", "province", "project", ""},
		{"telecom", "small", "province", "project", ""},
		{"police", "small", "local", "project", ""},
		{"transport", "small", "headquarters", "", ""},
		{"military", "small", "province", "", ""},
		{"insurance", "small", "", "", ""},
		{"power", "tracked", "", "", ""},
		{"water", "tracked", "", "", ""},
		{"tobacco", "tracked", "", "", ""},
		{"health", "tracked", "", "", ""},
		{"manufacturing", "tracked", "", "", ""},
	}
}

func (p Profile) check() error {
	if p.Name == "" || !slices.Contains([]string{"large", "small", "tracked"}, p.Group) ||
		!slices.Contains([]string{"", "headquarters", "province", "local", "scattered"}, p.Central) ||
		!slices.Contains([]string{"", "tender", "project", "own"}, p.Mode) {
		return kernel.Invalid("industry.bad_profile", "industry", p.Name)
	}
	return nil
}
