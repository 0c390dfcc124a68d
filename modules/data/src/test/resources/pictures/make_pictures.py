"""Draws the pictures in this folder, one of each kind, and writes beside each the pixels that Pillow 9.4 gives:
FILE.rgb holds width and height (big-endian, 4 bytes each) and width x height x 3 bytes of convert('RGB').
Run: python3 make_pictures.py"""
import zlib,struct,io,os,random
from PIL import Image, ImageCms
random.seed(1)
def pic(w,h,mode='RGB'):
    n=len(Image.new(mode,(1,1)).getbands())
    b=bytearray()
    for y in range(h):
        for x in range(w):
            for c in range(n): b.append((x*7+y*13+c*61+(x*y)//5+random.randrange(20))%256)
    return Image.frombytes(mode,(w,h),bytes(b))
D=os.path.dirname(os.path.abspath(__file__))+'/'
def save(name,im,**k): im.save(D+name,**k)
for s,n in ((0,'444'),(1,'422'),(2,'420')): save(f'rgb{n}.jpg',pic(37,29),quality=90,subsampling=s)
save('gray.jpg',pic(37,29,'L')); save('prog.jpg',pic(40,31),progressive=True)
ex=Image.Exif(); ex[0x112]=6; save('exif.jpg',pic(37,20),exif=ex)
save('one.jpg',pic(1,1)); save('thin.jpg',pic(1,9)); save('icc.jpg',pic(16,16),icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile('sRGB')).tobytes())
save('cmyk.jpg',pic(37,29,'CMYK'),quality=95)
b=bytearray(open(D+'cmyk.jpg','rb').read()); i=b.find(b'Adobe'); b[i+11]=2; open(D+'ycck.jpg','wb').write(b)
b=bytearray(open(D+'cmyk.jpg','rb').read()); i=b.find(b'Adobe'); l=struct.unpack('>H',b[i-2:i])[0]; del b[i-4:i-2+l]; open(D+'cmyk-noadobe.jpg','wb').write(b)
b=bytearray(open(D+'rgb444.jpg','rb').read()); i=2; b[2:2]=b'\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00'; open(D+'adobe-rgb.jpg','wb').write(b)
open(D+'trailing.jpg','wb').write(open(D+'rgb420.jpg','rb').read()+b'hello trailing garbage')
for m in ('L','LA','RGB','RGBA','1'):
    im=pic(21,17,m) if m!='1' else pic(21,17,'L').convert('1'); save(f'{m}.png',im)
for n in (2,4,16,200): save(f'p{n}.png',pic(21,17).quantize(n))
save('ptrns.png',pic(21,17).quantize(16),transparency=3)
save('ptrnsb.png',pic(21,17).quantize(16),transparency=bytes(range(0,256,16)))
save('rgbtrns.png',pic(21,17),transparency=(1,2,3)); save('ltrns.png',pic(21,17,'L'),transparency=5)
save('one.png',pic(1,1))
Image.frombytes('I;16',(5,3),struct.pack('<15H',*[0,1,100,254,255,256,300,1000,30000,65535,12,200,2000,128,255])).save(D+'i16.png')
def chunk(t,d): return struct.pack('>I',len(d))+t+d+struct.pack('>I',zlib.crc32(t+d))
def raw(name,w,h,depth,ct,extra=b'',inter=0):
    ch={0:1,2:3,3:1,4:2,6:4}[ct]; row=(w*ch*depth+7)//8
    data=b''.join(b'\0'+bytes(random.randrange(256) for _ in range(row)) for _ in range(h))
    if inter:
        data=b''
        for (x0,y0,dx,dy) in ((0,0,8,8),(4,0,8,8),(0,4,4,8),(2,0,4,4),(0,2,2,4),(1,0,2,2),(0,1,1,2)):
            ww=(w-x0+dx-1)//dx; hh=(h-y0+dy-1)//dy
            if ww>0 and hh>0: data+=b''.join(b'\0'+bytes(random.randrange(256) for _ in range((ww*ch*depth+7)//8)) for _ in range(hh))
    open(D+name,'wb').write(b'\x89PNG\r\n\x1a\n'+chunk(b'IHDR',struct.pack('>IIBBBBB',w,h,depth,ct,0,0,inter))+extra+chunk(b'IDAT',zlib.compress(data))+chunk(b'IEND',b''))
raw('l1.png',13,5,1,0); raw('l2.png',13,5,2,0); raw('l4.png',13,5,4,0); raw('rgb16.png',7,5,16,2); raw('la16.png',7,5,16,4); raw('rgba16.png',7,5,16,6); raw('l16.png',7,5,16,0)
raw('pal8short.png',7,5,8,3,chunk(b'PLTE',bytes(range(30)))); raw('pal4.png',7,5,4,3,chunk(b'PLTE',bytes(range(30))));raw('pal2.png',7,5,2,3,chunk(b'PLTE',bytes(range(12))));raw('pal1.png',7,5,1,3,chunk(b'PLTE',bytes(range(6))))
raw('inter.png',13,11,8,2,inter=1); raw('l16trns.png',7,5,16,0,chunk(b'tRNS',b'\0\5')); raw('gama.png',7,5,8,2,chunk(b'gAMA',struct.pack('>I',45455)))
save('a.gif',pic(21,17).quantize(64)); save('b.gif',pic(21,17).quantize(5),transparency=2); save('l.gif',pic(9,9,'L')); save('one.gif',pic(1,1)); save('inter.gif',pic(30,30).quantize(8),interlace=1)
save('anim.gif',pic(9,9).quantize(8),save_all=True,append_images=[pic(9,9).quantize(8)])
for m in ('L','RGB','RGBA','1'):
    im=pic(21,17,m) if m!='1' else pic(21,17,'L').convert('1'); save(f'{m}.bmp',im)
save('p.bmp',pic(21,17).quantize(100)); save('p16.bmp',pic(21,17).quantize(16))
b=bytearray(open(D+'RGB.bmp','rb').read()); h=struct.unpack('<i',b[22:26])[0]; b[22:26]=struct.pack('<i',-h); open(D+'topdown.bmp','wb').write(b)
save('c.ppm',pic(5,4)); save('g.pgm',pic(5,4,'L'))
open(D+'wrong.jpg','wb').write(open(D+'RGB.png','rb').read())
for f in sorted(os.listdir(D)):
    if f.endswith(('.rgb','.py')): continue
    try:
        im=Image.open(D+f); m=im.mode; im=im.convert('RGB'); open(D+f+'.rgb','wb').write(struct.pack('>II',*im.size)+im.tobytes())
    except Exception as e: print(f,repr(e))
