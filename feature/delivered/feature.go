package delivered

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what delivered brings to the product.
var Feature = app.Feature{
	Name:  "delivered",
	Files: files,
	Start: func(*app.Kit) {},
}
