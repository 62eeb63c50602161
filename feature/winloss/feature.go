package winloss

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what winloss brings to the product.
var Feature = app.Feature{
	Name:  "winloss",
	Files: files,
	Start: func(*app.Kit) {},
}
